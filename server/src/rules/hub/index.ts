// The rules about hub.json, in the order of the catalogue.

import type { Rule } from '../rule';
import { envNotDeclared } from './env-not-declared';
import { hubCategoryUnknown } from './hub-category-unknown';
import { hubCpuGpuMixed } from './hub-cpu-gpu-mixed';
import { hubCudaInvalid } from './hub-cuda-invalid';
import { hubDescriptionTooLong } from './hub-description-too-long';
import { hubEndpointTypeMismatch } from './hub-endpoint-type-mismatch';
import { hubEnvDefaultInvalid } from './hub-env-default-invalid';
import { hubEnvDuplicate } from './hub-env-duplicate';
import { hubEnvShape } from './hub-env-shape';
import { hubEnvUnread } from './hub-env-unread';
import { hubFieldMissing } from './hub-field-missing';
import { hubFieldUnknown } from './hub-field-unknown';
import { hubGpuUnknown } from './hub-gpu-unknown';
import { hubJsonInvalid } from './hub-json-invalid';
import { hubJsonMissing } from './hub-json-missing';
import { hubPlaceholder } from './hub-placeholder';
import { hubPresetKeyUnknown } from './hub-preset-key-unknown';
import { hubSchemaForeign } from './hub-schema-foreign';
import { hubValueInvalid } from './hub-value-invalid';

export const hubRules: readonly Rule[] = [
  hubJsonMissing,
  hubJsonInvalid,
  hubSchemaForeign,
  hubFieldMissing,
  hubFieldUnknown,
  hubValueInvalid,
  hubCategoryUnknown,
  hubGpuUnknown,
  hubCudaInvalid,
  hubCpuGpuMixed,
  hubDescriptionTooLong,
  hubEnvDuplicate,
  hubEnvDefaultInvalid,
  hubEnvShape,
  hubPresetKeyUnknown,
  hubEnvUnread,
  envNotDeclared,
  hubEndpointTypeMismatch,
  hubPlaceholder,
];

// HF_HUB_ENABLE_HF_TRANSFER without the package that it asks for.

import { say } from '../../base/message';
import { HF_TRANSFER } from '../../knowledge/hugging-face';
import { hubIgnoresTransfer } from '../../model/packages/hugging-face';
import { installedByPython } from '../../model/packages/installed-by-python';
import { presenceOf } from '../../model/packages/package-lookup';
import { rule } from '../rule';
import { addPackage } from './add-package';

export const hfTransferMissing = rule({
  meta: {
    id: 'hf-transfer-missing',
    area: 'dependencies',
    severity: 'warning',
    since: '0.2.0',
    summary: 'HF_HUB_ENABLE_HF_TRANSFER is switched on, and nothing installs hf_transfer.',
    why: 'huggingface_hub before 1.0 then refuses every download with a ValueError, so the model is never loaded; newer releases ignore the variable.',
    good: 'hf_transfer is installed wherever it is asked for.',
    sources: [HF_TRANSFER.source],
  },
  reads: ['environment', 'packages', 'python?'],
  *check({ environment, packages, python }) {
    const set = environment.set.get(HF_TRANSFER.variable);
    if (!set?.value.known || !HF_TRANSFER.on.has(set.value.value.toUpperCase())) return;
    if (presenceOf({ ...packages, foreignCode: false }, [HF_TRANSFER.package]) !== 'absent') return;
    const own = python ? installedByPython(python) : new Set<string>();
    if (own === 'unknown' || own.has(HF_TRANSFER.package) || hubIgnoresTransfer(packages)) return;
    const edit = addPackage(packages, 'hf_transfer', 'huggingface_hub');
    yield {
      uri: set.uri,
      span: set.span,
      message: say`This asks for hf_transfer, which nothing installs: huggingface_hub before 1.0 then refuses every download.`,
      fixes: edit ? [{ title: say`Install hf_transfer`, safe: true, edits: [edit] }] : [],
    };
  },
});

// PyTorch that was built for NumPy 1 together with NumPy 2.

import type { Edit } from '../../base/edit';
import { type Message, say } from '../../base/message';
import { NUMPY_MIGRATION, TORCH_FOR_NUMPY_2 } from '../../knowledge/numpy';
import { type NumpyMismatch, numpyMismatch } from '../../model/packages/numpy';
import type { Packages } from '../../model/packages/packages';
import { rule } from '../rule';
import { addPackage } from './add-package';
import { setSpecifier } from './specifier';

export const numpyAbiMismatch = rule({
  meta: {
    id: 'numpy-abi-mismatch',
    area: 'dependencies',
    severity: 'warning',
    since: '0.2.0',
    summary: 'A PyTorch before 2.3 gets installed together with NumPy 2.',
    why: 'The import prints "A module that was compiled using NumPy 1.x cannot be run in NumPy 2", and .numpy() and from_numpy fail with "Numpy is not available" in every job that uses them.',
    good: 'PyTorch and NumPy fit each other.',
    sources: [NUMPY_MIGRATION, 'https://github.com/pytorch/pytorch/releases/tag/v2.3.0'],
  },
  reads: ['packages'],
  *check({ packages }) {
    const found = numpyMismatch(packages);
    if (!found) return;
    const { numpy, torch } = found;
    const place = numpy ?? torch;
    if (place === undefined) return;
    const edit = editFor(packages, found);
    yield {
      uri: place.uri,
      span: place.span,
      message: messageFor(found),
      related:
        numpy && torch
          ? [{ uri: torch.uri, span: torch.span, message: say`This PyTorch is older than ${TORCH_FOR_NUMPY_2}.` }]
          : [],
      fixes: edit ? [{ title: say`Keep NumPy below 2`, safe: true, edits: [edit] }] : [],
    };
  },
});

function messageFor({ numpy }: NumpyMismatch): Message {
  return numpy
    ? say`This installs NumPy 2, and PyTorch before ${TORCH_FOR_NUMPY_2} was built for NumPy 1.`
    : say`PyTorch before ${TORCH_FOR_NUMPY_2} was built for NumPy 1, and nothing keeps NumPy below 2.`;
}

function editFor(packages: Packages, { numpy, limited }: NumpyMismatch): Edit | undefined {
  return numpy ? setSpecifier(numpy, limited) : addPackage(packages, 'numpy<2', 'torch');
}

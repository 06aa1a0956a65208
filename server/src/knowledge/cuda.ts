// CUDA versions a host can report. The list grows with the drivers: an unknown one is no fault in itself.
// Source: https://docs.runpod.io/hub/publishing-guide and the REST interface's enumeration (2026-08);
// 13.1 and later are in use in published listings.

export const CUDA_VERSION = /^\d{2}\.\d+$/;

export const CUDA_VERSIONS: readonly string[] = [
  '13.3',
  '13.2',
  '13.1',
  '13.0',
  '12.9',
  '12.8',
  '12.7',
  '12.6',
  '12.5',
  '12.4',
  '12.3',
  '12.2',
  '12.1',
  '12.0',
  '11.8',
  '11.7',
];

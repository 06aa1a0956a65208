// The switch for fast downloads from Hugging Face. Source: huggingface.co/docs/huggingface_hub, environment variables, and
// the migration guide to huggingface_hub 1.0, which ignores it (2026-11).

export const HF_TRANSFER = {
  variable: 'HF_HUB_ENABLE_HF_TRANSFER',
  /** In capitals. */
  on: new Set(['1', 'ON', 'YES', 'TRUE']) as ReadonlySet<string>,
  package: 'hf-transfer',
  source: 'https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables',
} as const;

/** Package, and releases of it that still work with huggingface_hub before 1.0: if none of these is allowed, it is ignored. */
export const BEFORE_HUB_1: readonly { readonly name: string; readonly releases: readonly string[] }[] = [
  {
    name: 'huggingface-hub',
    releases: ['0.16.4', '0.20.3', '0.23.5', '0.25.2', '0.27.1', '0.30.2', '0.34.4', '0.36.0'],
  },
  { name: 'transformers', releases: ['4.25.1', '4.30.2', '4.36.2', '4.40.2', '4.44.2', '4.48.3', '4.51.3', '4.57.3'] },
];

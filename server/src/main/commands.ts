// The commands that analyse, in a bundle of their own: `lsp`, `--help` and a wrong argument need none of it.

export { METAS } from '../rules';
export { check } from './check';
export { diagnose } from './diagnose';
export { rulesText } from './rules';

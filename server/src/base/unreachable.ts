// Closes an exhaustive switch: a new case that is not handled fails to type-check here.

export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

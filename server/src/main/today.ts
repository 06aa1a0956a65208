// The only look at the clock's date: reports carry the day of the check.

/** The day where the user is, such as `2026-08-20`. */
export function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// A style sheet is imported as its text (scripts/build.mjs).

declare module '*.css' {
  const text: string;
  export default text;
}

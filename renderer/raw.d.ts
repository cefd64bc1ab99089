declare module '*?raw' {
  const text: string;
  // eslint-disable-next-line no-restricted-syntax -- what the bundler makes of a file's text
  export default text;
}

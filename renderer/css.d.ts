declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  // eslint-disable-next-line no-restricted-syntax -- what the bundler makes of a stylesheet
  export default classes;
}
declare module '*.css';

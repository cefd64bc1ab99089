/** Half of a surrogate pair on its own, as a system leaves it that cuts a text in the middle of an emoji. */
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text that every encoder takes; encodeURIComponent throws on others (String.toWellFormed is too new). */
export const wellFormed = (text: string): string => text.replace(loneSurrogate, '\uFFFD');

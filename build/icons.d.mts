/** The files of build/icons that are drawn, by name. */
export function drawIcons(): Promise<Readonly<Record<string, Buffer>>>;

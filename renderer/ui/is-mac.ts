/** Where the keys have other names: ⌘ in the place of Ctrl. */
export const isMac: boolean = navigator.userAgent.includes('Mac OS');

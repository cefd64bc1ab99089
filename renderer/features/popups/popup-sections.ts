/** The sections of the form, in its order. */
export const popupSections = ['basics', 'when', 'data', 'encryption', 'window', 'signIn'] as const;
export type PopupSection = (typeof popupSections)[number];

/** The element of a section. */
export const sectionId = (section: PopupSection): string => `popup-section-${section}`;

import { useEffect } from 'react';

/**
 * Listens for Escape while a question is open, from the next keystroke on. Mantine's own listener is always there: the
 * Escape that leaves an edited form and opens the question would close it again in the same moment.
 */
export function useEscape(isOpen: boolean, onEscape: () => void): void {
  useEffect(() => {
    if (!isOpen) return;
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.isComposing) onEscape();
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, [isOpen, onEscape]);
}

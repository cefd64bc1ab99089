import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

interface Wallboard<T> {
  /** Of what is shown full screen. */
  readonly ref: RefObject<T | null>;
  readonly isFull: boolean;
  readonly toggle: () => void;
}

/** Shows a part of the page full screen, by a button or F11. Escape leaves, as everywhere. */
export function useWallboard<T extends HTMLElement>(): Wallboard<T> {
  const ref = useRef<T>(null);
  const [isFull, setFull] = useState(false);
  const toggle = useCallback(() => {
    const change =
      document.fullscreenElement === null
        ? ref.current?.requestFullscreen()
        : document.exitFullscreen();
    // Refused where the window is about to close or is full screen by other means: nothing changes then.
    change?.catch(() => undefined);
  }, []);
  useEffect(() => {
    const onChange = (): void => setFull(document.fullscreenElement !== null);
    const onKey = (event: KeyboardEvent): void => {
      // Sent by the page as well: a key that the window itself does not take must leave all the same.
      const isLeaving = event.key === 'Escape' && document.fullscreenElement !== null;
      if (event.key !== 'F11' && !isLeaving) return;
      event.preventDefault();
      toggle();
    };
    document.addEventListener('fullscreenchange', onChange);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      document.removeEventListener('keydown', onKey);
    };
  }, [toggle]);
  return { ref, isFull, toggle };
}

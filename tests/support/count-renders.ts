/** The flag that React sets on a component it has run (react-reconciler, ReactFiberFlags). */
const performedWork = 1;

interface Fiber {
  readonly type: unknown;
  readonly flags: number;
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
}

/**
 * Counts which of our components React runs, by the hook it has for its DevTools. Called before React is loaded.
 * Components of libraries have no name of ours and are left out.
 */
export function countRenders(): { start: () => void; stop: () => string[] } {
  let drawn: string[] = [];
  const visit = (fiber: Fiber | null): void => {
    for (let one = fiber; one !== null; one = one.sibling) {
      const { type, alternate } = one;
      const ran = (one.flags & performedWork) !== 0 && alternate?.child !== one.child;
      if (typeof type === 'function' && ran) drawn.push(type.name);
      // An untouched part is the same object as before: nothing below it was drawn.
      if (alternate?.child !== one.child) visit(one.child);
    }
  };
  const hook = {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: (_id: number, root: { current: Fiber }) => visit(root.current.child),
    onCommitFiberUnmount: () => undefined,
  };
  Object.assign(globalThis, { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook });
  return {
    start: () => void (drawn = []),
    stop: () => drawn,
  };
}

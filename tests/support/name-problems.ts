import type { CDPSession } from 'playwright';

/** What a person acts on, by the roles of Chromium's accessibility tree. */
const controls = new Set([
  'button',
  'link',
  'textbox',
  'searchbox',
  'spinbutton',
  'combobox',
  'checkbox',
  'switch',
  'radio',
  'slider',
  'tab',
  'menuitem',
  'option',
]);
/** What a screen reader says before a control, and by which two of the same name are told apart. */
const contexts = new Set([
  'row',
  'article',
  'group',
  'region',
  'listitem',
  'toolbar',
  'dialog',
  'alertdialog',
  'navigation',
  'tabpanel',
  'radiogroup',
  'menu',
]);

interface TreeNode {
  readonly id: string;
  readonly parent: string | undefined;
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly isFocusable: boolean;
  readonly element: number | undefined;
}

/**
 * Walks the tree that Chromium hands to screen readers: what can be reached and has no name, and controls of one role and
 * name that nothing around them tells apart.
 */
export async function nameProblems(session: CDPSession): Promise<string[]> {
  const nodes = await treeOf(session);
  const tree = linked(nodes);
  const nameless: string[] = [];
  for (const node of nodes) {
    if (node.name.trim() !== '' || node.role === 'RootWebArea') continue;
    if (controls.has(node.role) || (await isReached(session, node))) {
      nameless.push(`no name: ${node.role}, ${await htmlOf(session, node)}`);
    }
  }
  const spoken = nodes
    .filter(({ role, name }) => controls.has(role) && name.trim() !== '')
    .map((node) => `${node.role} “${node.name}” ${node.description} in ${tree.around(node)}`);
  const twice = spoken.filter((line, at) => spoken.indexOf(line) !== at);
  return [...nameless, ...[...new Set(twice)].map((line) => `twice: ${line}`)];
}

/** Says where a control is, as a screen reader does. */
function linked(nodes: readonly TreeNode[]) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const above = (node: TreeNode): TreeNode[] => {
    const parent = byId.get(node.parent ?? '');
    return parent === undefined ? [] : [parent, ...above(parent)];
  };
  const texts = nodes.filter(({ role }) => role === 'StaticText');
  // A row is known by what stands in it.
  const nameOf = (place: TreeNode): string =>
    place.name ||
    texts
      .filter((text) => above(text).includes(place))
      .map(({ name }) => name)
      .join(' ');
  const around = (node: TreeNode): string =>
    above(node)
      .filter(({ role }) => contexts.has(role))
      .map((place) => `${place.role} ${nameOf(place)}`)
      .join(' < ');
  return { around };
}

async function treeOf(session: CDPSession): Promise<TreeNode[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes.map(
    ({ nodeId, parentId, role, name, description, ignored, properties, backendDOMNodeId }) => ({
      id: nodeId,
      parent: parentId,
      role: ignored ? 'ignored' : String(role?.value ?? ''),
      name: String(name?.value ?? ''),
      description: String(description?.value ?? ''),
      isFocusable:
        !ignored &&
        properties?.some(({ name: key, value }) => key === 'focusable' && value.value === true) ===
          true,
      element: backendDOMNodeId,
    }),
  );
}

/** Whether Tab stops at it. Chromium calls all that scrolls focusable, and stops only where nothing in it can be focused. */
async function isReached(session: CDPSession, node: TreeNode): Promise<boolean> {
  if (!node.isFocusable) return false;
  const asked = `function () {
    const inner = 'a[href], button, input, select, textarea, [tabindex="0"]';
    const scrolls = this.scrollHeight > this.clientHeight || this.scrollWidth > this.clientWidth;
    return this.tabIndex >= 0 ||
      (!this.hasAttribute('tabindex') && scrolls && this.querySelector(inner) === null);
  }`;
  return (await ask(session, node, asked)) === true;
}

const htmlOf = async (session: CDPSession, node: TreeNode): Promise<string> =>
  String(await ask(session, node, 'function () { return this.outerHTML?.slice(0, 200) }'));

async function ask(session: CDPSession, { element }: TreeNode, code: string): Promise<unknown> {
  if (element === undefined) return undefined;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: element });
  if (object.objectId === undefined) return undefined;
  const { result } = await session.send('Runtime.callFunctionOn', {
    functionDeclaration: code,
    objectId: object.objectId,
    returnByValue: true,
  });
  return result.value;
}

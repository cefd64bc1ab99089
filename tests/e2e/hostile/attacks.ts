/**
 * What a hostile page tries. Each is the body of an async function with `leak(text)`, which says that the page got
 * what it must not have, `other`, the origin of another site, and `has(object, name)`. What throws was refused.
 */
export interface Attack {
  readonly name: string;
  readonly code: string;
}

const schemes = [
  'file:///etc/passwd',
  'tel:+3112345',
  'mailto:a@example.com',
  'ringcue:call?number=112',
  'ringcue-app://app/desk.html',
  'ringcue-problem://page/http?heading=Sign+in',
  'ringcue-problem://action/browser',
  'devtools://devtools/bundled/inspector.html',
  'chrome://version',
  'view-source:http://127.0.0.1/',
  'vbscript:msgbox(1)',
  'ms-word:ofe|u|http://127.0.0.1/x.doc',
  'smb://127.0.0.1/share',
  "javascript:alert('from an address')",
  'data:text/html,<script>alert(1)</script>',
];

const features = [
  'kiosk=yes',
  'fullscreen=yes',
  'frame=no,transparent=yes',
  'alwaysOnTop=yes',
  'opacity=0',
  'skipTaskbar=yes',
  'type=desktop',
  'x=-5000,y=-5000',
  'width=99999,height=99999,left=0,top=0',
  'modal=yes,closable=no',
  'nodeIntegration=yes,contextIsolation=no,sandbox=no,webviewTag=yes',
  'show=no,focusable=no,movable=no',
];

/** Globals that only our own pages, or a page with Node, have. */
const globals = `for (const name of ['ringcue', 'require', 'process', 'module', 'electron', 'Buffer', 'global'])
  if (name in window && !(window[name] instanceof Element)) leak(name);`;

const devices: readonly (readonly [string, string])[] = [
  [
    'notifications',
    `if ((await Notification.requestPermission()) === 'granted') leak('notifications')`,
  ],
  [
    'geolocation',
    `await new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no)); leak('place')`,
  ],
  ['microphone', `await navigator.mediaDevices.getUserMedia({ audio: true }); leak('microphone')`],
  ['camera', `await navigator.mediaDevices.getUserMedia({ video: true }); leak('camera')`],
  ['screen', `await navigator.mediaDevices.getDisplayMedia({ video: true }); leak('screen')`],
  ['clipboard text', `leak('clipboard ' + (await navigator.clipboard.readText()))`],
  ['clipboard', `await navigator.clipboard.read(); leak('clipboard')`],
  [
    'deprecated paste',
    `const area = document.body.appendChild(document.createElement('textarea')); area.focus();
     document.execCommand('paste'); if (area.value !== '') leak('pasted ' + area.value)`,
  ],
  ['usb', `await navigator.usb.requestDevice({ filters: [] }); leak('usb')`],
  ['usb known', `if ((await navigator.usb.getDevices()).length > 0) leak('usb')`],
  ['hid', `if ((await navigator.hid.requestDevice({ filters: [] })).length > 0) leak('hid')`],
  ['serial', `await navigator.serial.requestPort(); leak('serial')`],
  [
    'bluetooth',
    `await navigator.bluetooth.requestDevice({ acceptAllDevices: true }); leak('bluetooth')`,
  ],
  ['midi', `await navigator.requestMIDIAccess({ sysex: true }); leak('midi')`],
  ['open files', `await showOpenFilePicker(); leak('files')`],
  ['save files', `await showSaveFilePicker(); leak('files')`],
  ['folders', `await showDirectoryPicker(); leak('folder')`],
  ['fonts', `if ((await queryLocalFonts()).length > 0) leak('fonts')`],
  ['displays', `await getScreenDetails(); leak('displays')`],
  ['idle', `if ((await IdleDetector.requestPermission()) === 'granted') leak('idle')`],
  [
    'pointer',
    `await document.body.requestPointerLock(); await new Promise((go) => setTimeout(go, 200)); if (document.pointerLockElement) leak('pointer')`,
  ],
  [
    'keyboard',
    `await navigator.keyboard.lock(); await document.documentElement.requestFullscreen(); leak('keyboard')`,
  ],
  ['whole screen', `await document.documentElement.requestFullscreen(); leak('whole screen')`],
  ['persistence', `if (await navigator.storage.persist()) leak('persistence')`],
  [
    'payment',
    `await new PaymentRequest([{ supportedMethods: other }], { total: { label: 'x', amount: { currency: 'EUR', value: '1' } } }).show(); leak('payment')`,
  ],
  [
    'lock file',
    `for (const one of ['file:///etc/passwd', 'ringcue-app://app/desk.html', 'ringcue-problem://page/http']) await fetch(one).then(() => leak(one), () => 0)`,
  ],
  [
    'XHR file',
    `const x = new XMLHttpRequest(); x.open('GET', 'file:///etc/passwd', false); x.send(); leak(x.responseText)`,
  ],
  [
    'import',
    `for (const one of ['file:///etc/passwd', 'ringcue-app://app/desk.js']) await import(one).then(() => leak(one), () => 0)`,
  ],
  ['worker', `new Worker('file:///etc/passwd'); leak('worker')`],
  [
    'image file',
    `await new Promise((yes, no) => { const i = new Image(); i.onload = yes; i.onerror = no; i.src = 'ringcue-app://app/icon.png'; }); leak('our icon')`,
  ],
  [
    'style',
    `await new Promise((yes, no) => { const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = 'ringcue-app://app/assets/desk.css'; l.onload = yes; l.onerror = no; document.head.append(l); }); leak('our style')`,
  ],
  [
    'webview',
    `const w = document.createElement('webview'); w.src = 'file:///etc/passwd'; document.body.append(w); if (typeof w.getURL === 'function') leak('webview')`,
  ],
];

const dialogs: readonly (readonly [string, string])[] = [
  ['alert', `alert('look')`],
  ['confirm', `if (confirm('look')) leak('confirmed')`],
  ['prompt', `if (prompt('look')) leak('prompted')`],
  ['print', `print()`],
  ['print command', `document.execCommand('print')`],
  [
    'alert with a false focus',
    `Document.prototype.hasFocus = document.hasFocus = () => true; alert('look')`,
  ],
  [
    'print with a false focus',
    `Document.prototype.hasFocus = document.hasFocus = () => true; print()`,
  ],
  [
    'print with false helpers',
    `Reflect.apply = () => true; String.prototype.toLowerCase = () => 'print'; print(); document.execCommand('print')`,
  ],
  [
    'alert of a blank frame',
    `const f = document.body.appendChild(document.createElement('iframe')); f.contentWindow.alert('look')`,
  ],
  [
    'print of a blank frame',
    `const f = document.body.appendChild(document.createElement('iframe')); f.contentWindow.print()`,
  ],
  [
    'print taken from a blank frame',
    `const f = document.body.appendChild(document.createElement('iframe')); f.contentWindow.print.call(window)`,
  ],
  [
    'print command of a blank frame',
    `const f = document.body.appendChild(document.createElement('iframe')); f.contentDocument.execCommand('print')`,
  ],
  [
    'alert of a written frame',
    `const f = document.createElement('iframe'); f.srcdoc = '<script>alert(1);print()</' + 'script>'; document.body.append(f)`,
  ],
  ['alert of a blank window', `const w = open('about:blank'); w.alert('look'); w.print()`],
  ['print of a blank window', `open('').print()`],
  [
    'alert of another site',
    `const f = document.createElement('iframe'); f.src = other + '/noise'; document.body.append(f); await new Promise((go) => { f.onload = go; })`,
  ],
  ['alerts without end', `for (let i = 0; i < 20; i += 1) alert(i)`],
  [
    'beforeunload',
    `addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'x'; }); location.reload()`,
  ],
  [
    'sign-in dialog',
    `await fetch('/secret'); const f = document.createElement('iframe'); f.src = '/secret'; document.body.append(f)`,
  ],
  [
    'focus',
    `for (let i = 0; i < 50; i += 1) { focus(); window.open('', '_self'); document.body.focus(); }`,
  ],
];

const windows: readonly (readonly [string, string])[] = [
  ['thirty windows', `for (let i = 0; i < 30; i += 1) open('/plain?' + i)`],
  ['children of children', `open('/grow'); open('/grow'); open('/grow')`],
  [
    'windows of no opener',
    `for (let i = 0; i < 20; i += 1) open('/plain?' + i, '_blank', 'noopener')`,
  ],
  [
    'links in new windows',
    `for (let i = 0; i < 20; i += 1) { const a = document.createElement('a'); a.href = '/plain'; a.target = '_blank'; document.body.append(a); a.click(); }`,
  ],
  [
    'forms in new windows',
    `for (let i = 0; i < 20; i += 1) { const f = document.createElement('form'); f.action = '/plain'; f.target = 'w' + i; document.body.append(f); f.submit(); }`,
  ],
  [
    'move',
    `moveTo(0, 0); resizeTo(screen.width, screen.height); moveBy(-100, -100); resizeBy(500, 500)`,
  ],
  [
    'move a child',
    `const w = open('/plain', 'c', 'width=300,height=300'); w.moveTo(0, 0); w.resizeTo(5000, 5000); w.focus()`,
  ],
  ['blank', `location = 'about:blank'`],
  [
    'write',
    `document.open(); document.write('<title>Ringcue</title><h1>Sign in</h1>'); document.close()`,
  ],
  ['title', `for (let i = 0; i < 500; i += 1) document.title = 'Ringcue ' + i`],
  ['other sites', `for (let i = 0; i < 30; i += 1) open(other + '/' + i)`],
  ['another site', `location = other + '/away'`],
  [
    'another site by a link',
    `const a = document.createElement('a'); a.href = other + '/away'; a.target = '_blank'; document.body.append(a); a.click()`,
  ],
  [
    'another site by a form',
    `const f = document.createElement('form'); f.method = 'post'; f.target = '_blank'; f.action = other + '/away'; document.body.append(f); f.submit()`,
  ],
  [
    'another site by refresh',
    `const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=' + other + '/away'; document.head.append(m); await new Promise((go) => setTimeout(go, 300))`,
  ],
  ['another site at the top', `top.location = other + '/away'`],
  ['another site by redirect', `location = '/redirect'`],
  [
    'downloads',
    `for (let i = 0; i < 6; i += 1) { const a = document.createElement('a'); a.href = '/file'; a.download = 'x' + i; document.body.append(a); a.click(); }`,
  ],
  ['download of a page', `location = '/file'`],
  [
    'download of a blob',
    `const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'])); a.download = 'x.desktop'; a.click()`,
  ],
  [
    'types into itself',
    `const i = document.body.appendChild(document.createElement('input')); i.focus(); for (let n = 0; n < 20; n += 1) document.execCommand('insertText', false, 'typed'); const box = document.body.appendChild(document.createElement('input')); box.type = 'checkbox'; box.click()`,
  ],
  ['history', `for (let i = 0; i < 200; i += 1) history.pushState(i, '', '?' + i)`],
  ['hang', `const end = Date.now() + 1500; while (Date.now() < end);`],
  [
    'crash by memory of arrays',
    `const all = []; for (let i = 0; i < 20; i += 1) all.push(new Uint8Array(1e6))`,
  ],
  [
    'workers',
    `for (let i = 0; i < 20; i += 1) new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))`,
  ],
  ['console', `for (let i = 0; i < 2000; i += 1) console.error('%c' + i, 'x')`],
];

const list = (group: string, from: readonly (readonly [string, string])[]): Attack[] =>
  from.map(([name, code]) => ({ name: `${group}: ${name}`, code }));

export const attacks: readonly Attack[] = [
  { name: 'globals', code: globals },
  ...list('device', devices),
  ...list('dialog', dialogs),
  ...list('window', windows),
  ...schemes.flatMap((url) => [
    { name: `go to ${url}`, code: `location = ${JSON.stringify(url)}` },
    {
      name: `frame ${url}`,
      code: `const f = document.createElement('iframe'); f.src = ${JSON.stringify(url)}; document.body.append(f)`,
    },
    { name: `open ${url}`, code: `open(${JSON.stringify(url)})` },
  ]),
  ...features.map((wish) => ({
    name: `open with ${wish}`,
    code: `const w = open('/plain', '_blank', ${JSON.stringify(wish)}); if (w && w.require) leak('require')`,
  })),
];

/** The popup's own page, a frame of its site, and a frame of another site, which has a process of its own. */
export const places = ['page', 'frame', 'stranger'] as const;
export type Place = (typeof places)[number];

/** A page that runs an attack. @param id of attack and place */
export function hostilePage(id: string, attack: Attack, other: string): string {
  const quoted = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
  return `<!doctype html><meta charset="utf-8"><body><h1>CRM</h1><script>
    const other = ${quoted(other)};
    const report = (kind, text) => navigator.sendBeacon('/report', JSON.stringify([${quoted(id)}, kind, String(text)]));
    const leak = (text) => report('leak', text);
    report('begun', '');
    const limit = new Promise((go) => setTimeout(go, 700));
    const attack = new Function('leak', 'other', 'return (async () => {' + ${quoted(attack.code)} + '\\n})()');
    Promise.race([limit, attack(leak, other)]).catch(() => 0).then(() => report('done', ''));
  </script></body>`;
}

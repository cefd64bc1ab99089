import { app, type Session, type WebContents } from 'electron';

/**
 * Where nobody listens, Electron decides, and some of what it decides gives things away: it sends the first client
 * certificate to any site that asks, saves what a page downloads, and moves a window where its page wants it.
 * Here each of these is refused, for every session and every page from the moment it exists. Who allows something
 * installs a handler or listener of its own, which comes first or takes the place of the refusal.
 * `electron-answers.ts` lists all of them.
 */
export function refuseDefaults(): void {
  app.on('session-created', refuseInSession);
  app.on('web-contents-created', (_event, contents) => refuseInPage(contents));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('login', (event, _contents, _details, _info, answer) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    answer();
  });
  // A page's window is asked first: Electron hands each request on to its webContents.
  app.on('select-client-certificate', (event, _contents, _url, _list, answer) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    answer();
  });
}

function refuseInSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => [...protectedClasses]);
  session.on('will-download', (event) => {
    if (session.listenerCount('will-download') === 1) event.preventDefault();
  });
  session.on('select-hid-device', (event, _details, answer) => {
    event.preventDefault();
    answer();
  });
  session.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault();
    answer();
  });
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer('');
  });
  session.on('select-webauthn-account', (event, _details, answer) => {
    event.preventDefault();
    answer();
  });
  session.on('select-webauthn-authenticator', (_event, answer) => answer());
  session.on('file-system-access-restricted', (_event, _details, answer) => answer('deny'));
}

function refuseInPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('content-bounds-updated', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
}

/**
 * What Ringcue's popups are measured against: the least Electron that opens a page for an event of a WebSocket, in the
 * three ways there are. MODE: bare (a new window for each event), prepared (a hidden window made beforehand), reused
 * (one window that stays).
 */
const { app, BrowserWindow } = require('electron');
const { WebSocket } = require('ws');

const { MODE: mode, WS_URL: events, CRM_URL: crm } = process.env;
const options = (show) => ({
  width: 1100,
  height: 760,
  show,
  webPreferences: { sandbox: true, contextIsolation: true },
});
const open = [];
let ready;

function prepare() {
  ready = new BrowserWindow({ ...options(false), paintWhenInitiallyHidden: true });
  ready.loadURL('about:blank').catch(() => undefined);
}

function show({ data }) {
  const window = mode === 'bare' ? new BrowserWindow(options(true)) : ready;
  if (mode === 'prepared') window.showInactive();
  const query = new URLSearchParams({ call: data.callId, phone: data.callerNumber });
  window.loadURL(`${crm}?${query}`).catch(() => undefined);
  if (mode !== 'reused') open.push(window);
  if (mode === 'prepared') setTimeout(prepare, 300);
}

app.on('window-all-closed', () => undefined);
void app.whenReady().then(() => {
  const desk = new BrowserWindow({ width: 900, height: 700 });
  void desk.loadURL('data:text/html,<h1>desk</h1>');
  if (mode === 'reused') ready = new BrowserWindow(options(true));
  if (mode === 'prepared') prepare();
  new WebSocket(events).on('message', (text) => {
    const event = JSON.parse(text);
    if (event.type === 'call.ringing') show(event);
    if (event.type === 'call.hangup') while (open.length > 0) open.shift().destroy();
  });
});

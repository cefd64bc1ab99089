import type { ConnectSystem, Entry } from './connect-system.ts';

/** The events that matter, with the names that a make's screen has for them. */
type EventFields = Readonly<
  Record<'incoming' | 'outgoing' | 'answered' | 'ended' | 'missed', string>
>;

interface Make {
  readonly name: string;
  readonly label: string;
  readonly page: string;
  /** What stands for the call's ID; empty where the phone has no such variable. */
  readonly callId: string;
  readonly fields: EventFields;
  readonly documentation: string;
}

const common: EventFields = {
  incoming: 'Incoming Call',
  outgoing: 'Outgoing Call',
  answered: 'Established',
  ended: 'Terminated',
  missed: 'Missed Call',
};

const makes: readonly Make[] = [
  {
    name: 'yealink',
    label: 'Yealink',
    page: 'Features → Action URL',
    callId: '$call_id',
    fields: common,
    documentation: 'https://www.easymanua.ls/yealink/sip-t2xp/manual/592030?p=191',
  },
  {
    name: 'snom',
    label: 'Snom',
    page: 'Action URL Settings',
    callId: '$call-id',
    fields: {
      incoming: 'Incoming call',
      outgoing: 'Outgoing call',
      answered: 'On Connected',
      ended: 'On Disconnected',
      missed: 'Missed call',
    },
    documentation: 'http://wiki.snom.com/Action_URLs/Runtime_Variables',
  },
  {
    name: 'grandstream',
    label: 'Grandstream',
    page: 'Settings → Outbound Notification → Action URL',
    callId: '',
    fields: { ...common, answered: 'Established Call', ended: 'Terminated Call' },
    documentation: 'https://www.easymanua.ls/grandstream-networks/gxp1760/manual/1332855?p=57',
  },
  {
    name: 'fanvil',
    label: 'Fanvil',
    page: 'Action URL',
    callId: '$call_id',
    fields: { ...common, answered: 'Call Established', ended: 'Call Terminated' },
    documentation: 'https://www.scribd.com/document/796534997/Fanvil-URL',
  },
];

const entriesOf = ({ callId, fields }: Make): Entry[] => {
  const call = callId === '' ? '' : `&call=${callId}`;
  return Object.entries(fields).map(([event, field]) => ({
    field,
    value: `{address}event=${event}${call}&remote=$remote&name=$display_remote&user=$active_user`,
  }));
};

/** Desk phones that call an address when something happens. */
export const deskPhones: readonly ConnectSystem[] = makes.map((make) => ({
  name: make.name,
  label: make.label,
  kind: 'phone',
  reading: { recipe: 'desk-phone' },
  ways: [{ name: 'here', page: make.page, entries: entriesOf(make), fromNetwork: true }],
  documentation: [make.documentation],
}));

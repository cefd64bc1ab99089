/** Group Policy templates and a macOS configuration profile, from the schema of the policy. */
import { z } from 'zod';
import { remoteSchema, updatesSchema } from '../shared/model/policy.ts';
import { settingsInputSchema } from '../shared/model/settings.ts';

const fieldSchema = z.object({
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  description: z.string().optional(),
  items: z.object({ type: z.literal('string') }).optional(),
  anyOf: z.array(z.object({ type: z.string().optional() })).optional(),
});
type Field = z.infer<typeof fieldSchema>;
type Kind = 'switch' | 'choice' | 'number' | 'text' | 'lines';

interface Entry {
  readonly path: string;
  readonly kind: Kind;
  readonly field: Field;
}

/** What one line of a form can decide; the rest is for `configuration` as JSON. */
function kindOf(field: Field): Kind | undefined {
  if (field.type === 'boolean') return 'switch';
  if (field.enum !== undefined) return 'choice';
  if (field.type === 'integer') return 'number';
  if (field.type === 'array' && field.items !== undefined) return 'lines';
  const texts = field.anyOf?.some(({ type }) => type === 'string');
  return field.type === 'string' || texts === true ? 'text' : undefined;
}

function entriesOf(schema: z.ZodType, prefix: string): Entry[] {
  const { properties } = z
    .object({ properties: z.record(z.string(), fieldSchema) })
    .parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return Object.entries(properties).flatMap(([name, field]) => {
    const kind = kindOf(field);
    return kind === undefined ? [] : [{ path: `${prefix}.${name}`, kind, field }];
  });
}

const whole: Entry = {
  path: 'configuration',
  kind: 'text',
  field: { description: 'A whole configuration as JSON: see docs/configuration.md' },
};
const entries: readonly Entry[] = [
  ...entriesOf(remoteSchema, 'remote'),
  ...entriesOf(updatesSchema, 'updates'),
  whole,
  ...entriesOf(settingsInputSchema, 'configuration.settings'),
];

const xml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const idOf = ({ path }: Entry): string => path.replace(/\./g, '_');

/** `closeToTray` -> `Close to tray` */
function titleOf({ path }: Entry): string {
  const words = (path.split('.').at(-1) ?? '').replace(
    /[A-Z]/g,
    (letter) => ` ${letter.toLowerCase()}`,
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function elements(entry: Entry): string[] {
  const id = idOf(entry);
  const value = `id="${id}" valueName="${entry.path}"`;
  const { enum: choices = [], minimum = 0, maximum = 4_294_967_295 } = entry.field;
  switch (entry.kind) {
    case 'switch':
      return [];
    case 'choice':
      return [
        `        <enum ${value} required="true">`,
        ...choices.map(
          (choice) =>
            `          <item displayName="$(string.${id}_${choice})"><value><string>${choice}</string></value></item>`,
        ),
        '        </enum>',
      ];
    case 'number':
      return [
        `        <decimal ${value} minValue="${minimum}" maxValue="${maximum}" required="true" />`,
      ];
    case 'text':
      return [`        <text ${value} maxLength="16000" required="true" />`];
    case 'lines':
      return [`        <multiText ${value} maxLength="16000" required="true" />`];
  }
}

function policyElement(entry: Entry): string[] {
  const id = idOf(entry);
  const isSwitch = entry.kind === 'switch';
  const attributes = [
    `name="${id}" class="Machine" displayName="$(string.${id})" explainText="$(string.${id}_help)"`,
    `key="SOFTWARE\\Policies\\Ringcue"${isSwitch ? ` valueName="${entry.path}"` : ` presentation="$(presentation.${id})"`}`,
  ].join(' ');
  return [
    `    <policy ${attributes}>`,
    '      <parentCategory ref="ringcue" />',
    '      <supportedOn ref="windows10" />',
    ...(isSwitch
      ? [
          '      <enabledValue><decimal value="1" /></enabledValue>',
          '      <disabledValue><decimal value="0" /></disabledValue>',
        ]
      : ['      <elements>', ...elements(entry), '      </elements>']),
    '    </policy>',
  ];
}

const namespace = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';
const root = (name: string) => `<${name} xmlns="${namespace}" revision="1.0" schemaVersion="1.0">`;

export function admx(): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    root('policyDefinitions'),
    '  <policyNamespaces><target prefix="ringcue" namespace="Ringcue.Policies" /></policyNamespaces>',
    '  <resources minRequiredRevision="1.0" />',
    '  <supportedOn><definitions>',
    '    <definition name="windows10" displayName="$(string.windows10)" />',
    '  </definitions></supportedOn>',
    '  <categories><category name="ringcue" displayName="$(string.ringcue)" /></categories>',
    '  <policies>',
    ...entries.flatMap(policyElement),
    '  </policies>',
    '</policyDefinitions>',
    '',
  ].join('\n');
}

function presentation(entry: Entry): string[] {
  const id = idOf(entry);
  const label = xml(titleOf(entry));
  const inner: Record<Exclude<Kind, 'switch'>, string> = {
    choice: `<dropdownList refId="${id}">${label}</dropdownList>`,
    number: `<decimalTextBox refId="${id}">${label}</decimalTextBox>`,
    text: `<textBox refId="${id}"><label>${label}</label></textBox>`,
    lines: `<multiTextBox refId="${id}" />`,
  };
  return entry.kind === 'switch'
    ? []
    : [`      <presentation id="${id}">${inner[entry.kind]}</presentation>`];
}

function strings(entry: Entry): string[] {
  const id = idOf(entry);
  const line = (name: string, text: string): string =>
    `      <string id="${name}">${xml(text)}</string>`;
  return [
    line(id, titleOf(entry)),
    line(`${id}_help`, `${entry.field.description ?? titleOf(entry)} (${entry.path})`),
    ...(entry.field.enum ?? []).map((choice) => line(`${id}_${choice}`, choice)),
  ];
}

export function adml(): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    root('policyDefinitionResources'),
    '  <displayName>Ringcue</displayName>',
    '  <description>Policies of Ringcue</description>',
    '  <resources>',
    '    <stringTable>',
    '      <string id="ringcue">Ringcue</string>',
    '      <string id="windows10">Windows 10 and later</string>',
    ...entries.flatMap(strings),
    '    </stringTable>',
    '    <presentationTable>',
    ...entries.flatMap(presentation),
    '    </presentationTable>',
    '  </resources>',
    '</policyDefinitionResources>',
    '',
  ].join('\n');
}

/** A profile to start from: where the configuration comes from. A tool of IT adds or takes away what it manages. */
export function profile(): string {
  const pair = (key: string, value: string) => `<key>${key}</key>${value}`;
  const text = (value: string): string => `<string>${xml(value)}</string>`;
  const payload = [
    pair('PayloadType', text('com.ringcue.desktop')),
    pair('PayloadIdentifier', text('com.ringcue.desktop.policy')),
    pair('PayloadUUID', text('7F2D7A52-5B37-4C53-9B39-6E5A5B3C6D10')),
    pair('PayloadVersion', '<integer>1</integer>'),
    pair('version', '<integer>1</integer>'),
    '<key>remote</key>',
    '<dict>',
    `  ${pair('url', text('https://config.example.com/ringcue.jws'))}`,
    `  ${pair('publicKeys', `<array>${text('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo')}</array>`)}`,
    '</dict>',
    '<key>configuration</key>',
    '<dict>',
    `  ${pair('version', '<integer>3</integer>')}`,
    '  <key>settings</key>',
    '  <dict>',
    ...entries
      .filter(({ path, kind }) => path.startsWith('configuration.') && kind === 'switch')
      .map(
        ({ path, field }) =>
          `    <!-- ${path.split('.').at(-1) ?? ''}: ${xml(field.description ?? '').replace(/--/g, '– ')} -->`,
      ),
    '  </dict>',
    '</dict>',
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    '<dict>',
    '  <key>PayloadContent</key>',
    '  <array>',
    '    <dict>',
    ...payload.map((line) => `      ${line}`),
    '    </dict>',
    '  </array>',
    `  ${pair('PayloadDisplayName', text('Ringcue'))}`,
    `  ${pair('PayloadIdentifier', text('com.ringcue.desktop.profile'))}`,
    `  ${pair('PayloadScope', text('System'))}`,
    `  ${pair('PayloadType', text('Configuration'))}`,
    `  ${pair('PayloadUUID', text('3C0E8B0C-64C1-4E0E-9F2B-0B7B4C7E9A21'))}`,
    `  ${pair('PayloadVersion', '<integer>1</integer>')}`,
    '</dict>',
    '</plist>',
    '',
  ].join('\n');
}

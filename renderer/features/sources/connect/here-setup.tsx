import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { calls } from '../../../api/bridge.ts';
import { useAnswer } from '../../../api/use-answer.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useText } from '../../../i18n/use-text.ts';
import { ProblemList } from '../../../ui/problem-list.tsx';
import { sourceFor } from './connect-draft.ts';
import { EntriesThere } from './entries-there.tsx';
import { useSourceAddress } from '../use-source-address.ts';
import type { NewSource, SetupProps } from './setup-props.ts';
import { Step } from './step.tsx';

/** The phone system calls an address of this computer, which is made here. */
export function HereSetup(props: SetupProps) {
  const t = useText();
  const { way, label, created } = props;
  return (
    <>
      <Step number={1} title={t('connect.here.create')}>
        {created === undefined ? (
          <CreateAddress {...props} />
        ) : (
          <Text size="sm">{t('connect.here.created')}</Text>
        )}
      </Step>
      {created !== undefined && (
        <Step number={2} title={t('connect.setUpThere', { system: label })}>
          <Addressed {...props} created={created} way={way} />
        </Step>
      )}
    </>
  );
}

const onlyHere = 'here';

function CreateAddress({ system, way, label, onCreated }: SetupProps) {
  const t = useText();
  const command = useCommand();
  const [wanted, setWanted] = useState<string | null>(null);
  const interfaces = useAnswer(['source.interfaces'], () =>
    calls()['source.interfaces'](undefined),
  );
  const found = interfaces?.ok === true ? interfaces.value.interfaces : [];
  const first = way.fromNetwork === true ? (found[0]?.name ?? onlyHere) : onlyHere;
  const chosen = wanted ?? first;
  const create = async (): Promise<void> => {
    const since = Date.now();
    const source = sourceFor(system, label, chosen === onlyHere ? undefined : chosen);
    const saved = await command.run(() => calls()['source.save']({ source, expected: 'new' }));
    if (saved) onCreated({ id: source.id, since });
  };
  return (
    <Stack gap="sm">
      {way.fromNetwork === true && (
        <Select
          label={t('connect.here.from')}
          description={t('connect.here.fromHint')}
          data={[
            ...found.map(({ name, address }) => ({ value: name, label: `${name} – ${address}` })),
            { value: onlyHere, label: t('connect.here.onlyHere') },
          ]}
          allowDeselect={false}
          value={chosen}
          onChange={setWanted}
        />
      )}
      <ProblemList problems={command.problems} />
      <Group>
        <Button loading={command.busy} onClick={() => void create()}>
          {t('connect.here.create')}
        </Button>
      </Group>
    </Stack>
  );
}

function Addressed({ way, label, created }: SetupProps & { readonly created: NewSource }) {
  const t = useText();
  const address = useSourceAddress(created.id)?.url;
  return address === undefined ? (
    <Text size="sm" c="dimmed" role="status">
      {t('sources.http.addressOff')}
    </Text>
  ) : (
    <Stack gap="xs">
      <EntriesThere way={way} label={label} address={address} />
      <Text size="sm" c="dimmed">
        {t('sources.http.addressHint')}
      </Text>
    </Stack>
  );
}

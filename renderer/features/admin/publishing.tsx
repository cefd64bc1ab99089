import { Button, Code, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Reply } from '../../../shared/contract/reply.ts';
import type { PublishView, RevisionView } from '../../../shared/contract/views.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { ConfigChanges } from '../../ui/config-changes.tsx';
import { Moment } from '../../ui/moment.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { SharedDelivery } from './shared-delivery.tsx';
import { WarningList } from '../../ui/warning-list.tsx';
import { useText } from '../../i18n/use-text.ts';

/** One configuration file for all desks, with its history. */
export function Publishing() {
  const t = useText();
  const command = useCommand();
  const [view, setView] = usePublishView();
  const show = (call: () => Promise<Reply<PublishView | undefined>>): Promise<boolean> =>
    command.run(async () => {
      const reply = await call();
      if (reply.ok && reply.value !== undefined) setView(reply.value);
      return reply;
    });
  const choose = (
    <Button variant="default" onClick={() => void show(() => calls()['publish.choose'](undefined))}>
      {view === undefined ? t('publish.choose') : t('publish.other')}
    </Button>
  );
  return (
    <Stack gap="sm">
      {view === undefined ? (
        <Group>{choose}</Group>
      ) : (
        <>
          <Group>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {t('publish.file')}: <Code>{view.file}</Code>{' '}
              {view.current === undefined
                ? t('publish.none')
                : t('publish.revision', { number: view.current })}
            </Text>
            {choose}
          </Group>
          <Changes view={view} />
          <SharedDelivery view={view.shared} show={show} onView={setView} />
          <Publish token={view.token} busy={command.busy} show={show} />
          <History
            items={view.history}
            onRollBack={(number) =>
              void show(() => calls()['publish.rollBack']({ revision: number }))
            }
          />
        </>
      )}
      <ProblemList problems={command.problems} />
    </Stack>
  );
}

/** What publishing would do, asked for again when the configuration changes. */
function usePublishView() {
  const revision = useDesk((desk) => desk.config.revision);
  const shown = useState<PublishView | undefined>();
  const [, setView] = shown;
  useEffect(() => {
    let current = true;
    void calls()
      ['publish.view'](undefined)
      .then((reply) => {
        if (current && reply.ok) setView(reply.value);
      });
    return () => {
      current = false;
    };
  }, [revision, setView]);
  return shown;
}

interface PublishProps {
  /** Of the view that was looked at: what changed since is not published unseen. */
  readonly token: string;
  readonly busy: boolean;
  readonly show: (call: () => Promise<Reply<PublishView>>) => Promise<boolean>;
}

function Publish({ token, busy, show }: PublishProps) {
  const t = useText();
  const [note, setNote] = useState('');
  const [published, setPublished] = useState<number | undefined>();
  const publish = async (): Promise<void> => {
    const done = await show(async () => {
      const reply = await calls()['publish.write']({ token, note });
      if (reply.ok) setPublished(reply.value.current);
      return reply;
    });
    if (done) setNote('');
  };
  return (
    <>
      <Group align="flex-end">
        <TextInput
          flex={1}
          label={t('publish.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button loading={busy} onClick={() => void publish()}>
          {t('publish.publish')}
        </Button>
      </Group>
      {published !== undefined && (
        <Text size="sm" role="status">
          {t('publish.published', { number: published })}
        </Text>
      )}
    </>
  );
}

function Changes({ view }: { view: PublishView }) {
  const t = useText();
  return (
    <>
      <Title order={3} size="h6">
        {t('publish.changes')}
      </Title>
      <ConfigChanges diff={view.diff} none={t('publish.noChanges')} />
      <WarningList warnings={view.warnings} />
      {view.variables.length > 0 && (
        <Text size="sm">
          {t('publish.variables')}: <Code>{view.variables.join(' ')}</Code>
        </Text>
      )}
    </>
  );
}

interface HistoryProps {
  readonly items: readonly RevisionView[];
  readonly onRollBack: (revision: number) => void;
}

function History({ items, onRollBack }: HistoryProps) {
  const t = useText();
  if (items.length === 0) return null;
  return (
    <Stack gap={4}>
      <Title order={3} size="h6">
        {t('publish.history')}
      </Title>
      {items.map(({ revision, at, note }, index) => (
        <Group key={revision} justify="space-between" data-testid="revision">
          <Text size="sm">
            {note === ''
              ? t('publish.item', { number: revision })
              : t('publish.itemNoted', { number: revision, note })}{' '}
            · {at !== '' && <Moment at={Date.parse(at)} />}
          </Text>
          {index > 0 && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('publish.rollBackLabel', { number: revision })}
              onClick={() => onRollBack(revision)}
            >
              {t('publish.rollBack')}
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  );
}

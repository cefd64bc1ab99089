import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import type { SignInView, SourceView } from '../../../shared/contract/source-views.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { usePartRights } from '../../api/use-part-rights.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { phaseText } from '../../ui/phase-text.ts';
import { phaseColors } from '../../ui/phase-colors.ts';
import { SupportLine } from '../../ui/support-contact.tsx';
import { Section } from '../../ui/section.tsx';
import { useLocale, useText } from '../../i18n/use-text.ts';

export function ConnectionState({ onAddSource }: { onAddSource: () => void }) {
  const t = useText();
  const sources = useDesk((desk) => desk.sources);
  return (
    <Section title={t('desk.connection')}>
      {sources.length === 0 ? (
        <NoSources onAddSource={onAddSource} />
      ) : (
        <Stack gap="xs" role="status">
          {sources.map((source) => (
            <SourceLine key={source.id} source={source} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

/** An agent gets no button that would be refused. */
function NoSources({ onAddSource }: { onAddSource: () => void }) {
  const t = useText();
  const { canCreate } = usePartRights('sources');
  const { administer } = useDesk((desk) => desk.config.rights);
  return (
    <EmptyNote text={t(canCreate ? 'desk.noSources' : 'desk.askAdministrator')}>
      <Group>
        {canCreate && <Button onClick={onAddSource}>{t('desk.addSource')}</Button>}
        {administer && (
          <Button variant="default" onClick={() => void calls()['demo.start'](undefined)}>
            {t('desk.demoTry')}
          </Button>
        )}
      </Group>
      {!canCreate && <SupportLine />}
    </EmptyNote>
  );
}

function SourceLine({ source }: { source: SourceView }) {
  const t = useText();
  return (
    <div>
      <Group gap="sm">
        <Badge color={phaseColors[source.phase]} variant="light" tt="none">
          {phaseText(source.isCalled === true, source.phase, t)}
        </Badge>
        <Text fw={500}>{source.name}</Text>
      </Group>
      {source.problem !== null && (
        <Text size="sm" mt={4}>
          {t(source.problem)}
        </Text>
      )}
      {source.signIn !== undefined && <SignIn id={source.id} signIn={source.signIn} />}
      {source.rejected > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('desk.rejected', { count: source.rejected })}
          {source.lastRejection !== null && `: ${t(source.lastRejection)}`}
        </Text>
      )}
    </div>
  );
}

/** Asks the agent to sign in with the company's account, also before the sign-in that still lasts has ended. */
function SignIn({ id, signIn: { phase, problem, endsAt } }: { id: string; signIn: SignInView }) {
  const t = useText();
  const locale = useLocale();
  const time =
    endsAt !== undefined && new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(endsAt);
  return (
    <Stack gap={4} mt={4} align="flex-start">
      {problem !== null && <Text size="sm">{t(problem)}</Text>}
      {time !== false && <Text size="sm">{t('desk.signInEnds', { time })}</Text>}
      {phase === 'browser' && <Text size="sm">{t('desk.signInBrowser')}</Text>}
      <Button
        size="compact-sm"
        variant={phase === 'browser' ? 'default' : 'filled'}
        onClick={() => void calls()['source.signIn']({ id })}
      >
        {t(phase === 'browser' ? 'desk.signInAgain' : 'desk.signInSource')}
      </Button>
    </Stack>
  );
}

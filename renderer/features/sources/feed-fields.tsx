import { Fieldset, Group, Select, Stack, TextInput } from '@mantine/core';
import { dialects } from '../../../shared/dialects/dialects.ts';
import { dialectNameSchema, knownDialectNames, type Feed } from '../../../shared/model/feed.ts';
import type { SourceInput } from '../../../shared/model/source.ts';
import { callFacts, callStages, stageSchema } from '../../../shared/model/stage.ts';
import { LinesField } from '../../ui/lines-field.tsx';
import { MappingFields } from './mapping-fields.tsx';
import { pairsOf, pairsText } from './source-draft.ts';
import { useText } from '../../i18n/use-text.ts';

interface FeedFieldsProps {
  readonly draft: SourceInput;
  readonly problemAt: (path: string) => string | undefined;
  readonly onChange: (draft: SourceInput) => void;
  readonly onRecipe: (draft: SourceInput) => void;
}

/** What language the events speak, and what they leave unsaid. */
export function FeedFields({ draft, problemAt, onChange, onRecipe }: FeedFieldsProps) {
  const t = useText();
  const feed = draft.feed ?? {};
  const set = (patch: Partial<Feed>): void => onChange({ ...draft, feed: { ...feed, ...patch } });
  return (
    <Fieldset legend={t('sources.feed')}>
      <Stack gap="sm">
        <Select
          label={t('sources.dialect')}
          data={[
            ...knownDialectNames.map((name) => ({ value: name, label: dialects[name].label })),
            { value: 'mapping', label: t('sources.mappingDialect') },
          ]}
          value={draft.dialect}
          allowDeselect={false}
          onChange={(value) => {
            const dialect = dialectNameSchema.safeParse(value);
            if (dialect.success) onChange({ ...draft, dialect: dialect.data });
          }}
        />
        {draft.dialect === 'acefone' && (
          <Select
            label={t('sources.trigger')}
            description={t('sources.triggerHint')}
            data={dialects.acefone.events.map(({ name }) => name)}
            value={feed.trigger ?? null}
            searchable
            clearable
            onChange={(trigger) => set({ trigger: trigger ?? undefined })}
          />
        )}
        {draft.dialect === 'autoid' && (
          <Select
            label={t('sources.moment')}
            data={[
              { value: 'begin', label: t('sources.moments.begin') },
              { value: 'end', label: t('sources.moments.end') },
            ]}
            value={feed.moment ?? null}
            clearable
            onChange={(value) =>
              set({ moment: value === 'begin' || value === 'end' ? value : undefined })
            }
          />
        )}
        {draft.dialect === 'mapping' && (
          <MappingFields
            draft={draft}
            problemAt={problemAt}
            onChange={onChange}
            onRecipe={onRecipe}
          />
        )}
        {['autoid', 'callvoip', 'call-center-studio', 'mapping'].includes(draft.dialect) && (
          <Select
            label={t('sources.feedStage')}
            data={[...callStages, ...callFacts].map((stage) => ({
              value: stage,
              label: t(`stage.${stage}`),
            }))}
            value={feed.stage ?? null}
            clearable
            onChange={(value) => {
              const stage = stageSchema.safeParse(value);
              set({ stage: stage.success ? stage.data : undefined });
            }}
          />
        )}
        {draft.dialect !== 'cloudevents' && draft.transport.type !== 'websocket' && (
          <LinesField
            label={t('sources.topicMeanings')}
            description={t('sources.topicMeaningsHint')}
            value={feed.topics ?? {}}
            toText={pairsText}
            fromText={pairsOf}
            error={problemAt('feed.topics')}
            onChange={(topics) =>
              set({ topics: Object.keys(topics).length === 0 ? undefined : topics })
            }
          />
        )}
        {draft.dialect !== 'cloudevents' && (
          <Group grow align="flex-start">
            <TextInput
              label={t('sources.country')}
              placeholder="TR"
              value={feed.country ?? ''}
              error={problemAt('feed.country')}
              onChange={(event) => {
                const country = event.currentTarget.value.trim().toUpperCase();
                set({ country: country === '' ? undefined : country });
              }}
            />
            <TextInput
              label={t('sources.timeZone')}
              placeholder="Europe/Istanbul"
              value={feed.timeZone ?? ''}
              error={problemAt('feed.timeZone')}
              onChange={(event) => {
                const timeZone = event.currentTarget.value.trim();
                set({ timeZone: timeZone === '' ? undefined : timeZone });
              }}
            />
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}

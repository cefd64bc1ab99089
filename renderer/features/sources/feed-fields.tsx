import { Fieldset, Group, Select, Stack, TextInput } from '@mantine/core';
import { dialects } from '../../../shared/dialects/dialects.ts';
import { dialectNameSchema, knownDialectNames, type Feed } from '../../../shared/model/feed.ts';
import type { SourceInput } from '../../../shared/model/source.ts';
import { callFacts, callStages, stageSchema } from '../../../shared/model/stage.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { LinesField } from '../../ui/lines-field.tsx';
import { MappingFields } from './mapping-fields.tsx';
import { pairsOf, pairsText } from './source-draft.ts';

interface FeedFieldsProps {
  readonly draft: SourceInput;
  readonly problemAt: (path: string) => string | undefined;
  readonly onChange: (draft: SourceInput) => void;
  readonly onRecipe: (draft: SourceInput) => void;
}

/** What language the events speak, and what they leave unsaid. */
export function FeedFields({ draft, problemAt, onChange, onRecipe }: FeedFieldsProps) {
  const texts = useTexts();
  const form = texts.sources;
  const feed = draft.feed ?? {};
  const set = (patch: Partial<Feed>): void => onChange({ ...draft, feed: { ...feed, ...patch } });
  return (
    <Fieldset legend={form.feed}>
      <Stack gap="sm">
        <Select
          label={form.dialect}
          data={[
            ...knownDialectNames.map((name) => ({ value: name, label: dialects[name].label })),
            { value: 'mapping', label: form.mappingDialect },
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
            label={form.trigger}
            description={form.triggerHint}
            data={dialects.acefone.events.map(({ name }) => name)}
            value={feed.trigger ?? null}
            searchable
            clearable
            onChange={(trigger) => set({ trigger: trigger ?? undefined })}
          />
        )}
        {draft.dialect === 'autoid' && (
          <Select
            label={form.moment}
            data={[
              { value: 'begin', label: form.moments.begin },
              { value: 'end', label: form.moments.end },
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
            label={form.feedStage}
            data={[...callStages, ...callFacts].map((stage) => ({
              value: stage,
              label: texts.stage[stage],
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
            label={form.topicMeanings}
            description={form.topicMeaningsHint}
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
              label={form.country}
              placeholder="TR"
              value={feed.country ?? ''}
              error={problemAt('feed.country')}
              onChange={(event) => {
                const country = event.currentTarget.value.trim().toUpperCase();
                set({ country: country === '' ? undefined : country });
              }}
            />
            <TextInput
              label={form.timeZone}
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

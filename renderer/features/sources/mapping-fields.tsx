import {
  Alert,
  Button,
  Code,
  Group,
  Select,
  Stack,
  Text,
  TextInput,
  Textarea,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { mappingRecipes, type MappingRecipe } from '../../../shared/dialects/mapping-recipes.ts';
import { feedSchema, type Feed } from '../../../shared/model/feed.ts';
import { calls } from '../../api/bridge.ts';
import { withRecipe } from './source-draft.ts';
import type { SourceForm } from './source-form.ts';
import { useText } from '../../i18n/use-text.ts';
import { problemsText } from '../../api/problems-text.ts';
import { useAnswer } from '../../api/use-answer.ts';

interface MappingFieldsProps {
  readonly form: SourceForm;
  /** The connection's fields were filled in too: those that keep a text of their own start anew. */
  readonly onRecipe: () => void;
}

/** The expression, a sample payload, and what the one makes of the other. */
export function MappingFields({ form, onRecipe }: MappingFieldsProps) {
  const t = useText();
  const [sample, setSample] = useState('');
  const [topic, setTopic] = useState('');
  const { source } = form.values;
  const hasTopics = source.transport.type !== 'websocket';
  const start = (recipe: MappingRecipe): void => {
    setSample(JSON.stringify(recipe.sample, null, 2));
    form.setFieldValue('source', withRecipe(source, recipe));
    onRecipe();
  };
  return (
    <Stack gap="sm">
      <Select
        label={t('sources.recipe')}
        description={t('sources.recipeHint')}
        data={mappingRecipes.map(({ name, label }) => ({ value: name, label }))}
        value={null}
        onChange={(name) => {
          const recipe = mappingRecipes.find((one) => one.name === name);
          if (recipe !== undefined) start(recipe);
        }}
      />
      <Textarea
        label={t('sources.mapping')}
        description={t('sources.mappingHint')}
        autosize
        minRows={6}
        maxRows={24}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        {...form.getInputProps('source.feed.mapping', { empty: '' })}
      />
      <Textarea
        label={t('sources.sample')}
        description={t('sources.sampleHint')}
        autosize
        minRows={4}
        maxRows={14}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={sample}
        onChange={(event) => setSample(event.currentTarget.value)}
      />
      {hasTopics && <TopicField topic={topic} onChange={setTopic} />}
      <LastMessage sourceId={source.id} onMessage={(text) => setSample(indented(text))} />
      <MappingResult feed={source.feed} sample={sample} topic={hasTopics ? topic : ''} />
    </Stack>
  );
}

/** What the sample is taken to come on: a mapping can read it. */
function TopicField(props: { topic: string; onChange: (topic: string) => void }) {
  const t = useText();
  return (
    <TextInput
      label={t('sources.sampleTopic')}
      value={props.topic}
      maxLength={500}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

interface LastMessageProps {
  readonly sourceId: string;
  readonly onMessage: (text: string) => void;
}

/** Takes the sample from the source itself. */
function LastMessage({ sourceId, onMessage }: LastMessageProps) {
  const t = useText();
  const [none, setNone] = useState(false);
  const take = async (): Promise<void> => {
    const reply = await calls()['source.lastMessage']({ id: sourceId });
    const text = reply.ok ? reply.value.text : undefined;
    setNone(text === undefined);
    if (text !== undefined) onMessage(text);
  };
  return (
    <Group>
      <Button variant="default" size="xs" onClick={() => void take()}>
        {t('sources.useLastMessage')}
      </Button>
      {none && (
        <Text size="sm" c="dimmed" role="status">
          {t('sources.noLastMessage')}
        </Text>
      )}
    </Group>
  );
}

/** The mapping's result, a moment after the last keystroke. */
function MappingResult({ feed, sample, topic }: { feed: Feed; sample: string; topic: string }) {
  const t = useText();
  // As texts, so that equal settings are one and the same value.
  const [feedText] = useDebouncedValue(JSON.stringify(feed), 250);
  const [payload] = useDebouncedValue(sample, 250);
  const [settledTopic] = useDebouncedValue(topic, 250);
  const outcome = useAnswer(
    ['mapping.try', feedText, payload, settledTopic],
    () =>
      calls()['mapping.try']({
        feed: feedSchema.parse(JSON.parse(feedText)),
        payload,
        topic: settledTopic,
      }),
    { keepsLast: true },
  );
  if (sample.trim() === '') return <Text c="dimmed">{t('sources.resultEmpty')}</Text>;
  if (outcome === undefined) return null;
  return (
    <div aria-live="polite">
      <Text size="sm" fw={500} mb={4}>
        {t('sources.result')}
      </Text>
      {'problems' in outcome ? (
        <Alert color="red" variant="light" data-testid="mapping-problem">
          {problemsText(outcome.problems, t)}
        </Alert>
      ) : (
        <Code block mah={320} style={{ overflow: 'auto' }} data-testid="mapping-result">
          {outcome.value.events === '[]' ? t('sources.resultNone') : outcome.value.events}
        </Code>
      )}
    </div>
  );
}

function indented(text: string): string {
  // More digits than a number can hold: they would not come back as they were.
  if (/\d{16}/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

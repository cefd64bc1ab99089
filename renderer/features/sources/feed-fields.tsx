import { Fieldset, Select, Stack } from '@mantine/core';
import { dialects } from '../../../shared/dialects/dialects.ts';
import { framings } from '../../../shared/frames/framings.ts';
import { knownDialectNames } from '../../../shared/model/feed.ts';
import { callFacts, callStages } from '../../../shared/model/stage.ts';
import { ParsedTextarea } from '../../ui/parsed-textarea.tsx';
import { fieldWidth } from './field-width.ts';
import { MappingFields } from './mapping-fields.tsx';
import { PlaceFields } from './place-fields.tsx';
import { pairsOf, pairsText } from './source-draft.ts';
import type { SourceForm } from './source-form.ts';
import { useText } from '../../i18n/use-text.ts';

interface FeedFieldsProps {
  readonly form: SourceForm;
  readonly onRecipe: () => void;
}

/** What language the events speak, and what they leave unsaid. */
export function FeedFields({ form, onRecipe }: FeedFieldsProps) {
  const t = useText();
  const { dialect } = form.values.source;
  return (
    <Fieldset legend={t('sources.feed')}>
      <Stack gap="sm">
        <Stack gap="sm" maw={fieldWidth}>
          <Select
            label={t('sources.dialect')}
            data={[
              ...knownDialectNames.map((name) => ({ value: name, label: dialects[name].label })),
              { value: 'mapping', label: t('sources.mappingDialect') },
            ]}
            allowDeselect={false}
            {...form.getInputProps('source.dialect')}
          />
          <FramingField form={form} />
          <UnsaidFields form={form} />
        </Stack>
        {dialect === 'mapping' && <MappingFields form={form} onRecipe={onRecipe} />}
        <Stack gap="sm" maw={fieldWidth}>
          <StageField form={form} />
          <TopicFields form={form} />
          <PlaceFields form={form} />
        </Stack>
      </Stack>
    </Fieldset>
  );
}

/** The stage of every event, where the payloads of a phone system do not say it. */
function StageField({ form }: { form: SourceForm }) {
  const t = useText();
  const { dialect } = form.values.source;
  if (!['autoid', 'callvoip', 'call-center-studio', 'mapping'].includes(dialect)) return null;
  return (
    <Select
      label={t('sources.feedStage')}
      data={[...callStages, ...callFacts].map((stage) => ({
        value: stage,
        label: t(`stage.${stage}`),
      }))}
      clearable
      {...form.getInputProps('source.feed.stage', { empty: null })}
    />
  );
}

/** How messages carry events. Words make sense to a mapping alone. */
function FramingField({ form }: { form: SourceForm }) {
  const t = useText();
  const isMapped = form.values.source.dialect === 'mapping';
  return (
    <Select
      label={t('sources.framing')}
      description={t('sources.framingHint')}
      placeholder={t('sources.framings.recognized')}
      data={framings
        .filter((name) => isMapped || name !== 'text')
        .map((name) => ({ value: name, label: t(`sources.framings.${name}`) }))}
      clearable
      {...form.getInputProps('source.feed.framing', { empty: null })}
    />
  );
}

/** What Acefone's and AutoID's payloads do not say themselves. */
function UnsaidFields({ form }: { form: SourceForm }) {
  const t = useText();
  const { dialect } = form.values.source;
  if (dialect === 'acefone') {
    return (
      <Select
        label={t('sources.trigger')}
        description={t('sources.triggerHint')}
        data={dialects.acefone.events.map(({ name }) => name)}
        searchable
        clearable
        {...form.getInputProps('source.feed.trigger', { empty: null })}
      />
    );
  }
  if (dialect !== 'autoid') return null;
  return (
    <Select
      label={t('sources.moment')}
      data={[
        { value: 'begin', label: t('sources.moments.begin') },
        { value: 'end', label: t('sources.moments.end') },
      ]}
      clearable
      {...form.getInputProps('source.feed.moment', { empty: null })}
    />
  );
}

/** What the topic of an event means; CloudEvents say it themselves. */
function TopicFields({ form }: { form: SourceForm }) {
  const t = useText();
  const { transport, dialect } = form.values.source;
  if (transport.type === 'websocket' || dialect === 'cloudevents') return null;
  return (
    <ParsedTextarea
      label={t('sources.topicMeanings')}
      description={t('sources.topicMeaningsHint')}
      toText={pairsText}
      fromText={pairsOf}
      {...form.getInputProps('source.feed.topics', { empty: {} })}
    />
  );
}

import { Button, Group, Text, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { calls } from '../../api/bridge.ts';
import { useText } from '../../i18n/use-text.ts';
import classes from './mapping-bench.module.css';

interface SampleFieldsProps {
  readonly sourceId: string;
  readonly sample: string;
  readonly onSample: (text: string) => void;
  /** What the sample is taken to come on, where messages have topics: a mapping can read it. */
  readonly topic?: string;
  readonly onTopic?: (topic: string) => void;
}

/** A message to try the mapping on: pasted, or the source's last one. */
export function SampleFields({ sourceId, sample, onSample, topic, onTopic }: SampleFieldsProps) {
  const t = useText();
  return (
    <div className={classes['sample']}>
      <Textarea
        label={t('sources.sample')}
        description={t('sources.sampleHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        spellCheck={false}
        classNames={{ input: classes['area'] ?? '' }}
        value={sample}
        onChange={(event) => onSample(event.currentTarget.value)}
      />
      <LastMessage sourceId={sourceId} onMessage={(text) => onSample(indented(text))} />
      {onTopic !== undefined && (
        <TextInput
          label={t('sources.sampleTopic')}
          value={topic ?? ''}
          maxLength={500}
          onChange={(event) => onTopic(event.currentTarget.value)}
        />
      )}
    </div>
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

function indented(text: string): string {
  // More digits than a number can hold: they would not come back as they were.
  if (/\d{16}/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

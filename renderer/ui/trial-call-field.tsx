import { Select, Stack, Textarea } from '@mantine/core';
import { callerLine } from '../../shared/calls/caller-text.ts';
import type { TrialCall } from '../../shared/contract/inputs.ts';
import { sampleCall } from '../../shared/model/sample-call.ts';
import { useDesk } from '../api/desk-context.tsx';
import { useText } from '../i18n/use-text.ts';

export const firstTrialCall: TrialCall = { from: 'sample' };
const typedAtFirst = JSON.stringify(sampleCall.fields, null, 2);

interface TrialCallFieldProps {
  readonly value: TrialCall;
  /** In a narrow place: without a label that can be seen. */
  readonly compact?: boolean;
  readonly onChange: (value: TrialCall) => void;
}

/** On which call something is tried: a sample, one of the past popups’, or one that is typed. */
export function TrialCallField({ value, compact = false, onChange }: TrialCallFieldProps) {
  const t = useText();
  const recent = useDesk((desk) => desk.recent);
  const choose = (choice: string | null): void => {
    if (choice === 'sample' || choice === null) onChange(firstTrialCall);
    else if (choice === 'typed') onChange({ from: 'typed', json: typedAtFirst });
    else onChange({ from: 'popup', id: choice });
  };
  return (
    <Stack gap="xs">
      <Select
        {...(compact ? { 'aria-label': t('trial.call'), size: 'xs' } : { label: t('trial.call') })}
        data={[
          { value: 'sample', label: t('trial.sample') },
          { value: 'typed', label: t('trial.typed') },
          ...recent.map((past) => ({
            value: past.id,
            label: t('trial.past', { caller: callerLine(past, t), popup: past.popupName }),
          })),
        ]}
        value={value.from === 'popup' ? value.id : value.from}
        allowDeselect={false}
        onChange={choose}
      />
      {value.from === 'typed' && (
        <Textarea
          label={t('trial.json')}
          size={compact ? 'xs' : 'sm'}
          autosize
          minRows={4}
          maxRows={compact ? 6 : 14}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          value={value.json}
          onChange={(event) => onChange({ from: 'typed', json: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}

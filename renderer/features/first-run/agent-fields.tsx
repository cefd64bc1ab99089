import { SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import { useText } from '../../i18n/use-text.ts';

export type AgentDraft = Readonly<
  Record<'name' | 'email' | 'id' | 'customId' | 'extension', string>
> & {
  readonly queues: readonly string[];
};

export const draftOf = (agent: AgentIdentity | undefined): AgentDraft => ({
  name: agent?.name ?? '',
  email: agent?.email ?? '',
  id: agent?.id ?? '',
  customId: agent?.customId ?? '',
  extension: agent?.extension ?? '',
  queues: agent?.queues ?? [],
});

/** The filled fields, without the empty ones. */
export function agentOf(draft: AgentDraft): AgentIdentity {
  const { queues, ...texts } = draft;
  const filled = Object.entries(texts).filter(([, value]) => value.trim() !== '');
  return {
    ...Object.fromEntries(filled),
    ...(queues.length > 0 && { queues: [...queues] }),
  };
}

export const hasIdentifier = (draft: AgentDraft): boolean =>
  [draft.email, draft.id, draft.customId, draft.extension].some((value) => value.trim() !== '');

interface AgentFieldsProps {
  readonly draft: AgentDraft;
  readonly disabled?: boolean;
  readonly onChange: (draft: AgentDraft) => void;
}

/** The form of an agent identity. */
export function AgentFields({ draft, disabled = false, onChange }: AgentFieldsProps) {
  const t = useText();
  const text = (name: 'name' | 'email' | 'id' | 'customId' | 'extension') => ({
    label: t(`agent.${name}`),
    value: draft[name],
    disabled,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [name]: event.currentTarget.value }),
  });
  return (
    <SimpleGrid cols={2}>
      <TextInput {...text('name')} />
      <TextInput {...text('email')} inputMode="email" />
      <TextInput {...text('id')} />
      <TextInput {...text('customId')} />
      <TextInput {...text('extension')} />
      <TagsInput
        label={t('agent.queues')}
        description={t('agent.queuesHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={[...draft.queues]}
        disabled={disabled}
        onChange={(queues) => onChange({ ...draft, queues })}
      />
    </SimpleGrid>
  );
}

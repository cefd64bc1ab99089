import { SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { deskProcedures } from '../../../shared/contract/desk.ts';
import type { AgentIdentity } from '../../../shared/model/agent-identity.ts';
import { calls } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
import { useCommandForm, type CommandForm, type Form } from '../../forms/use-command-form.ts';
import { useText } from '../../i18n/use-text.ts';

export type AgentDraft = Readonly<
  Record<'name' | 'email' | 'id' | 'customId' | 'extension' | 'phone', string>
> &
  Readonly<Record<ListName, readonly string[]>>;

const listNames = ['queues', 'numbers', 'campaigns'] as const;
type ListName = (typeof listNames)[number];

export const draftOf = (agent: AgentIdentity | undefined): AgentDraft => ({
  name: agent?.name ?? '',
  email: agent?.email ?? '',
  id: agent?.id ?? '',
  customId: agent?.customId ?? '',
  extension: agent?.extension ?? '',
  phone: agent?.phone ?? '',
  queues: agent?.queues ?? [],
  numbers: agent?.numbers ?? [],
  campaigns: agent?.campaigns ?? [],
});

/** The filled fields, without the empty ones. */
export function agentOf(draft: AgentDraft): AgentIdentity {
  const { queues, numbers, campaigns, ...texts } = draft;
  const filled = Object.entries(texts).filter(([, value]) => value.trim() !== '');
  return {
    ...Object.fromEntries(filled),
    ...(queues.length > 0 && { queues: [...queues] }),
    ...(numbers.length > 0 && { numbers: [...numbers] }),
    ...(campaigns.length > 0 && { campaigns: [...campaigns] }),
  };
}

export const hasIdentifier = (draft: AgentDraft): boolean =>
  [draft.email, draft.id, draft.customId, draft.extension, draft.phone].some(
    (value) => value.trim() !== '',
  );

/** The form of the current agent. */
export function useAgentForm(
  agent: AgentIdentity | undefined,
  onSaved?: () => void,
): CommandForm<AgentDraft> {
  return useCommandForm({
    command: useCommand(),
    values: () => draftOf(agent),
    schema: deskProcedures['agent.save'].input,
    toInput: agentOf,
    send: calls()['agent.save'],
    ...(onSaved && { onSaved }),
  });
}

interface AgentFieldsProps {
  readonly form: Form<AgentDraft>;
  readonly disabled?: boolean;
}

/** The form of an agent identity. */
export function AgentFields({ form, disabled = false }: AgentFieldsProps) {
  const t = useText();
  const text = (name: 'name' | 'email' | 'id' | 'customId' | 'extension' | 'phone') => ({
    label: t(`agent.${name}`),
    disabled,
    ...form.getInputProps(name),
  });
  return (
    <SimpleGrid cols={2}>
      <TextInput {...text('name')} />
      <TextInput {...text('email')} inputMode="email" />
      <TextInput {...text('id')} />
      <TextInput {...text('customId')} />
      <TextInput {...text('extension')} />
      <TextInput {...text('phone')} inputMode="tel" />
      {listNames.map((name) => (
        <TagsInput
          key={name}
          label={t(`agent.${name}`)}
          description={t(`agent.${name}Hint`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          disabled={disabled}
          {...form.getInputProps(name)}
        />
      ))}
    </SimpleGrid>
  );
}

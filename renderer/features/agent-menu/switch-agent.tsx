import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDesk } from '../../api/desk-context.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { useText } from '../../i18n/use-text.ts';
import { AgentFields, draftOf, hasIdentifier, useAgentForm } from '../first-run/agent-fields.tsx';

/** Another agent takes over, as at the change of a shift: begins empty, so that nothing of the one before stays. */
export function SwitchAgent({ onClose }: { onClose: () => void }) {
  const t = useText();
  const before = useDesk((desk) => desk.config.agent);
  const { form, command, save } = useAgentForm(undefined, onClose);
  const isSame = JSON.stringify(form.values) === JSON.stringify(draftOf(before));
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('agent.change')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <AgentFields form={form} />
          <ProblemList problems={command.problems} />
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {t('agent.changeHint')}
            </Text>
            <Button
              type="submit"
              disabled={isSame || !hasIdentifier(form.values)}
              loading={command.busy}
            >
              {t('agent.change')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

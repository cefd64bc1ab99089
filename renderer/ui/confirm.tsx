import { Button, Group, Modal, Text } from '@mantine/core';
import { useEscape } from './keys/use-escape.ts';

export interface ConfirmProps {
  readonly opened: boolean;
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** A question with a safe answer that has the focus. */
export function Confirm(props: ConfirmProps) {
  useEscape(props.opened, props.onCancel);
  return (
    <Modal
      opened={props.opened}
      onClose={props.onCancel}
      closeOnEscape={false}
      title={props.title}
      centered
      withCloseButton={false}
    >
      <Text mb="lg">{props.text}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={props.onCancel} data-autofocus>
          {props.cancel}
        </Button>
        <Button color="red" onClick={props.onConfirm}>
          {props.confirm}
        </Button>
      </Group>
    </Modal>
  );
}

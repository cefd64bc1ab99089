import { Modal, Table } from '@mantine/core';
import { useText } from '../../i18n/use-text.ts';
import { isMac } from '../../ui/is-mac.ts';
import { deskKeyNames, keyParts } from '../../ui/keys/desk-keys.ts';
import { KeyCaps } from '../../ui/keys/key-caps.tsx';

/** Every key of the desk and what it does. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Table verticalSpacing="xs">
        <Table.Tbody>
          {deskKeyNames.map((name) => (
            <Table.Tr key={name}>
              <Table.Th w={130} scope="row">
                <KeyCaps parts={keyParts(name, isMac)} />
              </Table.Th>
              <Table.Td>{t(`keys.does.${name}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

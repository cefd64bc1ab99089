import { Table, Text } from '@mantine/core';
import { z } from 'zod';
import { callFieldNames } from '../../../../shared/model/call-fields.ts';
import { useText } from '../../../i18n/use-text.ts';

/** Of an event in the log, the values that were understood. */
const readSchema = z.object({
  call: z.object({ fields: z.partialRecord(z.enum(callFieldNames), z.string()) }),
});

/** What the event was read as, field by field. */
export function ReadFields({ event }: { event: unknown }) {
  const t = useText();
  const read = readSchema.safeParse(event);
  if (!read.success) return null;
  const { fields } = read.data.call;
  return (
    <Table withTableBorder data-testid="read-fields">
      <Table.Caption>{t('connect.first.readAs')}</Table.Caption>
      <Table.Tbody>
        {callFieldNames.map((name) => {
          const value = fields[name];
          if (value === undefined || value === '') return null;
          return (
            <Table.Tr key={name}>
              <Table.Th scope="row" w={220}>
                <Text size="sm">{t(`callField.${name}.label`)}</Text>
              </Table.Th>
              <Table.Td>
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {value}
                </Text>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

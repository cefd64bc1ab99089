import { Badge, List, Stack, Text } from '@mantine/core';
import type { ConfigDiff, PartDiff } from '../../shared/config/config-diff.ts';
import { FieldChanges } from './field-changes.tsx';
import { useText } from '../i18n/use-text.ts';

const kinds = [
  { kind: 'added', color: 'teal' },
  { kind: 'changed', color: 'yellow' },
  { kind: 'removed', color: 'red' },
] as const;

/** More names than this say nothing more. */
const namesShown = 20;

export const countChanges = ({ parts, settings }: ConfigDiff): number =>
  settings.length +
  parts.reduce((sum, part) => sum + kinds.reduce((n, { kind }) => n + part[kind].length, 0), 0);

/** What differs between two configurations: definitions by their names, and what changes in each. */
export function ConfigChanges({ diff, none }: { diff: ConfigDiff; none: string }) {
  const t = useText();
  return (
    <Stack gap="xs" data-testid="config-changes">
      {diff.parts.map((part) => (
        <PartChanges key={part.part} part={part} />
      ))}
      {diff.settings.length > 0 && (
        <div>
          <Badge color="yellow" variant="light" tt="none" size="lg">
            {t('transfer.changes.changed', {
              part: t('transfer.parts.settings'),
              count: diff.settings.length,
            })}
          </Badge>
          <FieldChanges changes={diff.settings} />
        </div>
      )}
      {countChanges(diff) === 0 && <Text size="sm">{none}</Text>}
    </Stack>
  );
}

function PartChanges({ part }: { part: PartDiff }) {
  const t = useText();
  return (
    <>
      {kinds
        .filter(({ kind }) => part[kind].length > 0)
        .map(({ kind, color }) => (
          <div key={kind}>
            <Badge color={color} variant="light" tt="none" size="lg">
              {t(`transfer.changes.${kind}`, {
                part: t(`transfer.parts.${part.part}`),
                count: part[kind].length,
              })}
            </Badge>
            <List size="sm" withPadding>
              {part[kind].slice(0, namesShown).map((item, index) => (
                <List.Item key={index}>
                  {typeof item === 'string' ? (
                    item
                  ) : (
                    <>
                      {item.name}
                      <FieldChanges changes={item.fields} />
                    </>
                  )}
                </List.Item>
              ))}
              {part[kind].length > namesShown && (
                <List.Item>
                  {t('transfer.andMore', { count: part[kind].length - namesShown })}
                </List.Item>
              )}
            </List>
          </div>
        ))}
    </>
  );
}

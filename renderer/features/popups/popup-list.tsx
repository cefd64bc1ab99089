import { useCallback, useMemo } from 'react';
import { rulesWith, opensPopup } from '../../../shared/model/rule-actions.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import { calls } from '../../api/bridge.ts';
import { showProblems } from '../../api/show-problems.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { DefinitionList } from '../../ui/list/definition-list.tsx';
import { popupColumns, type PopupRow } from './popup-columns.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { Translate } from '../../../shared/text/translate.ts';

const itemOf = ({ popup }: PopupRow): Popup => popup;
const can = { switch: true, pause: true } as const;

interface PopupListProps {
  readonly locked: boolean;
  readonly onEdit: (popup: Popup) => void;
}

/** The columns of Call Center Studio's list, and state, rule and last use. */
export function PopupList({ locked, onEdit }: PopupListProps) {
  const t = useText();
  const rows = useRows();
  const columns = useMemo(() => popupColumns(t), [t]);
  // Name and queue as the manual's list, and everything else that a row says.
  const searchText = useCallback(
    (row: PopupRow) =>
      [
        row.popup.name,
        row.popup.description,
        row.queues,
        row.popup.url,
        row.ruleNames,
        ...row.popup.parameters.map(({ name }) => name),
      ].join('\n'),
    [],
  );
  return (
    <DefinitionList
      part="popups"
      rows={rows}
      itemOf={itemOf}
      columns={columns}
      searchText={searchText}
      searchLabel={t('popups.search')}
      rowTestId="popup-row"
      can={can}
      locked={locked}
      onEdit={({ popup }) => onEdit(popup)}
      testLabel={t('popups.test')}
      onTest={({ popup }) => void test(popup, t)}
    />
  );
}

/** Opens the popup for a sample call of the current agent, or says why it does not open. */
async function test({ id }: Popup, t: Translate): Promise<void> {
  const reply = await calls()['popup.test']({ popupId: id });
  if (!reply.ok) showProblems(reply.problems, t);
}

function useRows(): readonly PopupRow[] {
  const config = useDesk((desk) => desk.config);
  const lastUsed = useDesk((desk) => desk.lastUsed);
  return useMemo(
    () =>
      config.popups.map((popup) => {
        const rules = rulesWith(config.rules, (action) => opensPopup(action, popup.id));
        return {
          popup,
          ruleNames: rules.map(({ name }) => name).join(', '),
          queues: [...new Set(rules.flatMap(({ which }) => which.queues ?? []))].join(', '),
          usedAt: lastUsed[popup.id] ?? 0,
        };
      }),
    [config, lastUsed],
  );
}

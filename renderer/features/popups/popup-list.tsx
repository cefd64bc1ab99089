import { useMemo } from 'react';
import { actionKey, rulesByAction } from '../../../shared/model/rule-actions.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import { calls } from '../../api/bridge.ts';
import { showProblems } from '../../api/show-problems.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { DefinitionList } from '../../ui/list/definition-list.tsx';
import type { ListSearch } from '../../ui/list/list-view.ts';
import { popupColumns, queueParameterOf, type PopupRow } from './popup-columns.tsx';
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
  const searches = useSearches();
  return (
    <DefinitionList
      part="popups"
      rows={rows}
      itemOf={itemOf}
      columns={columns}
      searches={searches}
      rowTestId="popup-row"
      can={can}
      locked={locked}
      onEdit={({ popup }) => onEdit(popup)}
      testLabel={t('popups.test')}
      onTest={({ popup }) => void test(popup, t)}
    />
  );
}

/** The two boxes of Call Center Studio's list. The first finds everything that a row says of the popup itself. */
function useSearches(): readonly ListSearch<PopupRow>[] {
  const t = useText();
  return useMemo(
    () => [
      { label: t('popups.search'), text: textOfPopup },
      { label: t('popups.searchQueue'), text: textOfQueue },
    ],
    [t],
  );
}

const textOfPopup = ({ popup, ruleNames }: PopupRow): string =>
  [
    popup.name,
    popup.description,
    popup.url,
    ruleNames,
    ...popup.parameters.map(({ name }) => name),
  ].join('\n');

/** The queues it opens for, and the parameter that hands the queue over. */
const textOfQueue = ({ popup, queues }: PopupRow): string =>
  [queues, queueParameterOf(popup)].join('\n');

/** Opens the popup for a sample call of the current agent, or says why it does not open. */
async function test({ id }: Popup, t: Translate): Promise<void> {
  const reply = await calls()['popup.test']({ popupId: id });
  if (!reply.ok) showProblems(reply.problems, t);
}

function useRows(): readonly PopupRow[] {
  const config = useDesk((desk) => desk.config);
  const lastUsed = useDesk((desk) => desk.lastUsed);
  const { popups, rules: all } = config;
  return useMemo(() => {
    const byAction = rulesByAction(all);
    return popups.map((popup) => {
      const rules = byAction.get(actionKey({ do: 'popup', popup: popup.id })) ?? [];
      return {
        popup,
        ruleNames: rules.map(({ name }) => name).join(', '),
        queues: [...new Set(rules.flatMap(({ which }) => which.queues ?? []))].join(', '),
        usedAt: lastUsed[popup.id] ?? 0,
      };
    });
  }, [popups, all, lastUsed]);
}

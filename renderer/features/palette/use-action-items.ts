import type { Input } from '../../../shared/contract/contract.ts';
import { languageSettingSchema } from '../../../shared/model/settings.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { showProblems } from '../../api/show-problems.ts';
import { useText } from '../../i18n/use-text.ts';
import { isMac } from '../../ui/is-mac.ts';
import { keyParts } from '../../ui/keys/desk-keys.ts';
import { useMayChange } from '../agent-menu/use-may-change.ts';
import { pauses } from '../desk/pause-bar.tsx';
import { useSetup } from '../setup/use-setup.ts';
import { languageNames } from '../settings/language-names.ts';
import type { PaletteItem } from './palette-item.ts';

/** A dialog that an action opens. */
export type PaletteDialog = 'keys' | 'agent' | 'pin';

/** What can be done at once, as far as the person may. */
export function useActionItems(onDialog: (dialog: PaletteDialog) => void): readonly PaletteItem[] {
  const t = useText();
  return [
    ...usePauseItems(),
    ...useCallItems(),
    ...useOwnSettingItems(),
    ...useRightItems(onDialog),
    ...useUpdateItems(),
    {
      id: 'keys',
      label: t('keys.title'),
      keys: keyParts('help', isMac),
      run: () => onDialog('keys'),
    },
  ];
}

function usePauseItems(): readonly PaletteItem[] {
  const t = useText();
  const { pause } = useDesk((desk) => desk.paused);
  if (pause !== undefined) {
    const run = (): void => void calls()['popups.resume'](undefined);
    return [{ id: 'resume', label: t('palette.resume'), run }];
  }
  return pauses.map(({ key, minutes }) => ({
    id: `pause ${key}`,
    label: t(`palette.pause.${key}`),
    run: () => void calls()['popups.pause']({ minutes }),
  }));
}

/** A newer version of Ringcue. */
function useUpdateItems(): readonly PaletteItem[] {
  const t = useText();
  const { state } = useDesk((desk) => desk.update);
  const ask = (channel: 'update.check' | 'update.restart') => () =>
    void calls()
      [channel](undefined)
      .then((reply) => {
        if (!reply.ok) showProblems(reply.problems, t);
      });
  return [
    ...(state === 'idle'
      ? [{ id: 'update', label: t('update.check'), run: ask('update.check') }]
      : []),
    ...(state === 'ready'
      ? [{ id: 'restart', label: t('palette.restart'), run: ask('update.restart') }]
      : []),
  ];
}

/** A call to try with, and the popups that are open. */
function useCallItems(): readonly PaletteItem[] {
  const t = useText();
  const { running } = useDesk((desk) => desk.demo);
  const hasRecent = useDesk((desk) => desk.recent.length > 0);
  const ring = (): void => void calls()['demo.ring'](undefined);
  const closeAll = (): void => void calls()['popup.closeAll'](undefined);
  return [
    ...(running ? [{ id: 'ring', label: t('desk.ring'), run: ring }] : []),
    ...(hasRecent ? [{ id: 'close', label: t('desk.closeAll'), run: closeAll }] : []),
  ];
}

/** Appearance, language, notifications and the mini card, which agents set where they may. */
function useOwnSettingItems(): readonly PaletteItem[] {
  const t = useText();
  const mayChange = useMayChange();
  const { settings } = useDesk((desk) => desk.config);
  const save = (changed: Input<'settings.saveOwn'>): void =>
    void calls()
      ['settings.saveOwn'](changed)
      .then((reply) => {
        if (!reply.ok) showProblems(reply.problems, t);
      });
  const looks = (['system', 'light', 'dark'] as const)
    .filter((appearance) => mayChange('appearance') && appearance !== settings.appearance)
    .map((appearance) => ({
      id: `appearance ${appearance}`,
      label: `${t('settings.appearance')}: ${t(`settings.appearances.${appearance}`)}`,
      run: () => save({ appearance }),
    }));
  const languages = languageSettingSchema.options
    .filter((language) => mayChange('language') && language !== settings.language)
    .map((language) => ({
      id: `language ${language}`,
      label: `${t('settings.language')}: ${language === 'system' ? t('settings.languageSystem') : languageNames[language]}`,
      run: () => save({ language }),
    }));
  const switches = (['notifications', 'miniCard'] as const).filter(mayChange).map((name) => ({
    id: name,
    label: t(`palette.${settings[name] ? 'turnOff' : 'turnOn'}.${name}`),
    run: () => save({ [name]: !settings[name] }),
  }));
  return [...looks, ...languages, ...switches];
}

/** Who works here, and what they may. */
function useRightItems(onDialog: (dialog: PaletteDialog) => void): readonly PaletteItem[] {
  const t = useText();
  const mayChange = useMayChange();
  const { rights } = useDesk((desk) => desk.config);
  const { mayEnd, isDone } = useSetup();
  const showSetup = (): void => void calls()['settings.save']({ setupList: true });
  const lock = (): void => void calls()['admin.lock'](undefined);
  return [
    ...(mayChange('agent')
      ? [{ id: 'agent', label: t('agent.change'), run: () => onDialog('agent') }]
      : []),
    ...(rights.administer && !mayEnd && !isDone
      ? [{ id: 'setup', label: t('setup.show'), run: showSetup }]
      : []),
    ...(rights.hasPin
      ? [
          rights.administer
            ? { id: 'lock', label: t('admin.lock'), run: lock }
            : { id: 'unlock', label: t('admin.unlock'), run: () => onDialog('pin') },
        ]
      : []),
  ];
}

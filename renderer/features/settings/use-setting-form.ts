import { administrationProcedures } from '../../../shared/contract/administration.ts';
import { calls } from '../../api/bridge.ts';
import { useLeavingForm } from '../../forms/use-leaving-form.ts';

/** Settings that are typed: saved when they are left, with what is wrong below them. */
export const useSettingForm = <V extends object>(options: {
  /** What is stored, as the fields show it. */
  readonly values: () => V;
  readonly toInput?: (values: V) => object;
}) =>
  useLeavingForm({
    ...options,
    schema: administrationProcedures['settings.save'].input,
    send: calls()['settings.save'],
  });

import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { Arrivals } from '../../../shared/document/model/demand.ts';
import { weekdays } from '../../../shared/document/model/fields.ts';
import { readNumber, writeNumber } from '../../../shared/language/read-number.ts';
import { formatNumber } from '../../../shared/language/say.ts';
import { useModel } from '../../hooks/use-window.ts';
import { host } from '../../host/host.ts';
import { closeDialog, perform } from '../../store/edit.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Grid } from '../../ui/grid/Grid.tsx';
import type { GridCell, GridEdit } from '../../ui/grid/cells.ts';
import { useLocale, useSay } from '../../ui/locale.tsx';
import { daySharesOf, flatProfile, officeProfile, withWeights } from './profile.ts';

const clipboard = {
  read: async () => (await host().request('clipboard:read', {})).text,
  write: (text: string) => void host().request('clipboard:write', { text }),
};

/** The weights that were typed, by the hour of the week, and what is none: that stays where it was typed. */
function readWeights(edits: readonly GridEdit[]): { readonly weights: readonly { readonly at: number; readonly weight: number }[]; readonly wrong: readonly GridEdit[] } {
  const read = edits.filter(({ column }) => column !== 'day').map((edit) => {
    const weight = edit.text.trim() === '' ? 0 : readNumber(edit.text);
    return { edit, weight: weight === undefined || weight < 0 ? undefined : weight, at: weekdays.findIndex((day) => day === edit.row) * 24 + Number(edit.column) };
  });
  return {
    weights: read.flatMap(({ at, weight }) => (weight === undefined ? [] : [{ at, weight }])),
    wrong: read.flatMap(({ edit, weight }) => (weight === undefined ? [edit] : [])),
  };
}

type Rate = Extract<Arrivals, { type: 'rate' }>;

/** When in the week requests come in: a weight for every hour, seven days by twenty-four. The volume of the week stays as it is. */
export function ArrivalProfileDialog({ demand: id }: { readonly demand: string }): ReactNode {
  const say = useSay();
  const locale = useLocale();
  const model = useModel();
  const foot = useRef<HTMLDivElement>(null);
  const demand = model?.demandClasses[id];
  const rate = demand?.arrivals?.type === 'rate' ? demand.arrivals : undefined;
  const profile = rate?.profile;
  const most = Math.max(...(profile ?? flatProfile));
  const columns = useMemo(() => [{ id: 'day', label: say('forms.day'), width: 96 }, ...Array.from({ length: 24 }, (_, hour) => ({ id: String(hour), label: String(hour), width: 36, numeric: true }))], [say]);
  const rows = useMemo(() => weekdays.map((day) => ({ id: day, name: say(`canvas.longDay.${day}`) })), [say]);
  const [troubles, setTroubles] = useState<readonly GridEdit[]>([]);
  const [nothingLeft, setNothingLeft] = useState(false);
  const cellOf = useMemo(() => (row: string, column: string): GridCell => {
    if (column === 'day') return { text: rows.find((one) => one.id === row)?.name ?? '', fixed: true };
    const trouble = troubles.find((one) => one.row === row && one.column === column);
    if (trouble !== undefined) return { text: trouble.text, complaint: say('forms.weightComplaint', { text: trouble.text }) };
    const weight = (profile ?? flatProfile)[weekdays.findIndex((day) => day === row) * 24 + Number(column)] ?? 0;
    return { text: weight === 0 ? '' : writeNumber(weight, locale), heat: most > 0 ? weight / most : 0 };
  }, [rows, profile, locale, most, troubles, say]);
  if (demand === undefined || rate === undefined) return null;
  const put = (next: readonly number[] | undefined): void => {
    const { profile: _profile, calendar: _calendar, ...rest } = rate;
    const arrivals: Rate = { ...rest, ...(next === undefined ? {} : { profile: [...next] }) };
    void perform({ type: 'demandClass.edit', demandClass: id, set: { arrivals } });
  };
  const onEdit = (edits: readonly GridEdit[]): void => {
    const { weights, wrong } = readWeights(edits);
    const next = withWeights(profile ?? flatProfile, weights);
    setTroubles([...troubles.filter((old) => !edits.some(({ row, column }) => row === old.row && column === old.column)), ...wrong]);
    setNothingLeft(next === undefined);
    if (weights.length > 0 && next !== undefined) put(next);
  };
  const preset = (next: readonly number[] | undefined): void => {
    setTroubles([]);
    setNothingLeft(false);
    put(next);
  };
  const [trouble] = troubles;
  return (
    <Dialog open onClose={closeDialog} size="broad" title={say('forms.profileOf', { name: demand.name })} foot={
      <div ref={foot} className="row grow">
        <span className="grow muted">{daySharesOf(profile ?? flatProfile).map((share, day) => `${say(`canvas.day.${weekdays[day] ?? 'mon'}`)} ${formatNumber(share * 100, locale, 0)} %`).join(' · ')}</span>
        <Button kind="primary" onClick={closeDialog}>{say('window.done')}</Button>
      </div>
    }>
      <p className="muted profile-hint">{say('forms.profileHint')}</p>
      <div className="profile-scroll">
        <Grid label={say('forms.profileOf', { name: demand.name })} columns={columns} rows={rows} cellOf={cellOf} onEdit={onEdit} clipboard={clipboard} onLeave={() => foot.current?.querySelector('button')?.focus()} />
      </div>
      {trouble === undefined && !nothingLeft ? null : <p className="profile-trouble" role="alert">{trouble === undefined ? say('forms.weightsNone') : say('forms.weightComplaint', { text: trouble.text })}</p>}
      <div className="row profile-presets">
        <LinkButton onClick={() => preset(officeProfile)}>{say('forms.profileOffice')}</LinkButton>
        <LinkButton onClick={() => preset(undefined)}>{say('forms.profileNone')}</LinkButton>
      </div>
    </Dialog>
  );
}

import { Plus } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { LinkButton } from '../../ui/Button.tsx';
import { useSay } from '../../ui/locale.tsx';

export interface RuleGroupsProps<Test> {
  readonly label: string;
  readonly groups: readonly (readonly Test[])[];
  /** What a new test begins as. */
  readonly first: Test;
  /** The words of the button that adds a group. */
  readonly add: string;
  /** One test; a change to undefined takes it away. */
  readonly line: (test: Test, onChange: (next: Test | undefined) => void) => ReactNode;
  /** Groups without a test are left out. */
  readonly onChange: (groups: Test[][]) => void;
}

/** Tests in groups: any of the groups holds, all tests of a group. */
export function RuleGroups<Test>({ label, groups, first, add, line, onChange }: RuleGroupsProps<Test>): ReactNode {
  const say = useSay();
  const put = (next: readonly (readonly Test[])[]): void => onChange(next.filter((group) => group.length > 0).map((group) => [...group]));
  const setGroup = (at: number, group: readonly Test[]): void => put(groups.map((old, place) => (place === at ? group : old)));
  return (
    <div className="lines" role="group" aria-label={label}>
      {groups.map((group, at) => (
        <Fragment key={at}>
          {at === 0 ? null : <span className="unit">{say('canvas.or')}</span>}
          <div className="rule">
            {group.map((test, place) => (
              <Fragment key={place}>
                {place === 0 ? null : <span className="unit">{say('canvas.and')}</span>}
                {line(test, (next) => setGroup(at, group.flatMap((old, index) => (index !== place ? [old] : next === undefined ? [] : [next]))))}
              </Fragment>
            ))}
            <LinkButton onClick={() => setGroup(at, [...group, first])}><Plus size={12} /> {say('forms.andAlso')}</LinkButton>
          </div>
        </Fragment>
      ))}
      <LinkButton onClick={() => put([...groups, [first]])}><Plus size={12} /> {add}</LinkButton>
    </div>
  );
}

import { X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { OwnTemplate } from '../../../shared/contract/files.ts';
import { templates } from '../../../shared/examples/templates.ts';
import { openOwnTemplate, openTemplate, ownTemplates, removeTemplate } from '../../store/templates.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSay } from '../../ui/locale.tsx';

/** Pages to begin with: those that come with the program, and the person's own. */
export function TemplateList(): ReactNode {
  const say = useSay();
  const [own, setOwn] = useState<readonly OwnTemplate[]>([]);
  useEffect(() => void ownTemplates().then(setOwn), []);
  return (
    <ul className="template-list">
      {templates.map((one) => (
        <li key={one.id}><button type="button" className="menu-item" data-template={one.id} title={say.message(one.about)} onClick={() => openTemplate(one.text, say.message(one.title))}><span className="menu-label">{say.message(one.title)}</span></button></li>
      ))}
      {own.map((one) => (
        <li key={one.id} className="template-own">
          <button type="button" className="menu-item" data-template="own" title={one.name} onClick={() => void openOwnTemplate(one)}><span className="menu-label">{one.name}</span></button>
          <IconButton label={say('files.removeTemplate', { name: one.name })} onClick={() => void removeTemplate(one.id).then(ownTemplates).then(setOwn)}><X size={13} /></IconButton>
        </li>
      ))}
    </ul>
  );
}

import { Pause, Play, X } from 'lucide-react';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useEvidence } from '../../hooks/use-evidence.ts';
import { useTab } from '../../hooks/use-window.ts';
import { dayLength, goTo, replayStore, setPlaying, setSpeed, speeds, startReplay, stopReplay, type ReplayState } from '../../store/replay.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useLocale, useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { frameAt } from './frame.ts';
import { useShown } from './shown.ts';

/** Below the canvas in Simulate: one simulated day again, at a speed of one's own. */
export function ReplayBar(): ReactNode {
  const say = useSay();
  const shown = useShown();
  const simulated = useEvidence()?.scenario.result !== undefined;
  const { replay, failure } = useStore(replayStore, useShallow((all) => ({ replay: all.replay, failure: all.failure })));
  // The mode keeps the bar; leaving it ends the replay.
  useEffect(() => stopReplay, []);
  const drawer = useTab((tab) => tab.drawer) === true;

  if (!simulated) return null;
  if (!shown) {
    return drawer ? null : (
      <div className="replay-bar" data-idle="">
        <Button onClick={() => void startReplay()}><Play size={14} aria-hidden="true" /> {say('results.replay')}</Button>
      </div>
    );
  }
  return (
    <div className="replay-bar" role="group" aria-label={say('results.replay')}>
      {failure === undefined ? replay === undefined ? <span className="replay-text" role="status">{say('results.replayPreparing')}</span> : <Controls /> : <span className="replay-text" role="alert">{say('results.replayFailed', { reason: failure.message })}</span>}
      <IconButton label={say('results.replayEnd')} side="top" onClick={stopReplay}><X size={16} /></IconButton>
    </div>
  );
}

function Controls(): ReactNode {
  const say = useSay();
  const locale = useLocale();
  const { replay, playing, speed } = useStore(replayStore, useShallow((all) => ({ replay: all.replay, playing: all.playing, speed: all.speed })));
  const minute = useStore(replayStore, ({ time }) => Math.floor(time / 60));
  const words = useMemo(() => {
    const zone = { timeZone: replay?.timeZone ?? 'UTC' };
    const [day, clock] = [new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'short', ...zone }), new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone })];
    const instant = (seconds: number): number => ((replay?.start ?? 0) + seconds) * 1000;
    return { day: (index: number) => day.format(instant(index * dayLength + dayLength / 2)), clock: (seconds: number) => clock.format(instant(seconds)) };
  }, [replay, locale]);
  if (replay === undefined) return null;

  const time = minute * 60;
  const day = Math.min(replay.days - 1, Math.floor(time / dayLength));
  const within = time - day * dayLength;
  const { counts } = frameAt(replay, [], { boxes: new Map(), lines: new Map() }, time, 0);
  const tally = say('results.replayCounts', { working: counts.working, waiting: counts.waiting, moving: counts.moving });
  return (
    <>
      <IconButton label={say(playing ? 'results.replayPause' : 'results.replayPlay')} side="top" onClick={() => setPlaying(!playing)}>{playing ? <Pause size={16} /> : <Play size={16} />}</IconButton>
      <Select label={say('results.replayDay')} width="auto" value={String(day)} onChange={(next) => goTo(Number(next) * dayLength + within)} choices={Array.from({ length: replay.days }, (_, index) => ({ value: String(index), label: words.day(index) }))} />
      <input type="range" className="replay-time" aria-label={say('results.replayTime')} aria-valuetext={`${words.clock(time)}. ${tally}`} min={0} max={dayLength / 60} step={5} value={Math.round(within / 60)} onChange={({ target }) => goTo(day * dayLength + Number(target.value) * 60)} />
      <span className="replay-clock">{words.clock(time)}</span>
      <Select label={say('results.replaySpeed')} width="auto" value={String(speed)} onChange={(next) => setSpeed(Number(next) as ReplayState['speed'])} choices={speeds.map((rate) => ({ value: String(rate), label: rate < 3600 ? say('results.replayMinutes', { n: rate / 60 }) : say('results.replayHours', { n: rate / 3600 }) }))} />
      <span className="replay-text">{tally}</span>
    </>
  );
}

import type { simulation as english } from '../en/simulation.ts';

export const simulation: Record<keyof typeof english, string> = {
  'simulation.warning.noInterval': 'Ein einziger Lauf ergibt keinen Vertrauensbereich: mindestens zwei, besser dreißig Läufe rechnen.',
  'simulation.warning.noneCounted': 'Kein Vorgang wurde gezählt: den Zeitraum verlängern oder die Einschwingzeit verkürzen.',
  'simulation.warning.someUncounted': '{n} von {of} Läufen zählten keinen Vorgang und fehlen in den Zeiten: den Zeitraum verlängern.',
  'simulation.warning.censored': '{n} {n|gezählter Vorgang war|gezählte Vorgänge waren} am Ende noch unterwegs, die Durchlaufzeit ist daher eine Untergrenze: den Zeitraum verlängern.',
  'simulation.warning.stuck': '{n} {n|Vorgang wartet|Vorgänge warten} auf etwas, das nie kommt: nach einer Nachricht, einem Stapel oder einem Kalender ohne Ende suchen.',
  'simulation.warning.limitEvents': 'Der Lauf wurde an seiner Ereignisgrenze beendet; die Zahlen zeigen den Stand bis dahin.',
  'simulation.warning.limitItems': 'Der Lauf wurde beendet, weil zu viele Vorgänge zugleich im System waren; die Zahlen zeigen den Stand bis dahin. Menge und Kapazität prüfen.',
  'simulation.warning.limitTime': 'Der Lauf wurde an der Grenze der simulierten Zeit beendet; die Zahlen zeigen den Stand bis dahin.',
  'simulation.warning.unstable': 'Arbeit staut sich: jeden Tag {n} Vorgänge mehr. Durchlaufzeiten würden ohne Ende wachsen und hängen daher vom Zeitraum ab.',
  'simulation.warning.unstableTeam': 'Arbeit staut sich bei {team}: jeden Tag {n} Vorgänge mehr. Durchlaufzeiten würden ohne Ende wachsen und hängen daher vom Zeitraum ab.',
  'simulation.warning.growing': 'Arbeit staut sich, solange Vorgänge eintreffen; die Durchlaufzeit gilt nur für diese Zahl von Vorgängen.',
  'simulation.warning.sensitive': '{team} ist zu {percent} % ausgelastet: 1 % mehr Arbeit verlängert das Warten dort um etwa {more} %, kleine Fehler in den Eingaben wiegen also schwer.',
  'simulation.shardUnreadable': '{file} ist kein Teil eines Laufs: mit crossflow simulate --shard erzeugen.',
  'simulation.shardNone': 'Es gibt keine Teile zum Sammeln: die Dateien nennen, die --shard geschrieben hat.',
  'simulation.shardMixed': 'Die Teile stammen aus verschiedenen Läufen: nur Teile eines Dokuments, Szenarios und einer Einstellung sammeln.',
  'simulation.shardTwice': 'Lauf {n} ist in zwei Teilen enthalten: jeden Teil nur einmal sammeln.',
  'simulation.shardMissing': '{n} {n|Lauf fehlt|Läufe fehlen}, der erste ist Nummer {first}: alle Teile sammeln.',
};

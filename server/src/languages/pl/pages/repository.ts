import type { Bundle } from '../../../base/message';

export const repositoryPages: Bundle = {
  'The Hub asks for a `Dockerfile`, a `README.md` and a handler beside `hub.json`. Each may lie in `.runpod/` or at the root of the\nrepository; where it lies in both, the one in `.runpod/` counts. A Dockerfile in a folder such as `docker/` is not looked for.':
    'Hub wymaga obok `hub.json` także `Dockerfile`, `README.md` i handlera. Każdy z tych plików może leżeć w `.runpod/` lub w katalogu głównym repozytorium; jeśli leży w obu miejscach, liczy się ten z `.runpod/`. W katalogu takim jak `docker/` Hub nie szuka Dockerfile.',
  '**On RunPod** there is nothing to build without a Dockerfile, and the listing has no page without a README. The repository stays\nincomplete, and nothing says why.':
    '**Na RunPod** bez Dockerfile nie ma czego budować, a bez README wpis nie ma strony. Repozytorium pozostaje niepełne i nic nie mówi dlaczego.',
  "The handler may have any name and lie anywhere, since the image's command starts it. It is missed only where the worker holds no\nprogram at all and is built on an image that has none either. `hub.json` and `tests.json` have rules of their own; without a\nhub.json, which is what makes a repository a listing, this one says nothing.":
    'Handler może mieć dowolną nazwę i leżeć gdziekolwiek, bo uruchamia go polecenie obrazu. Jego brak jest zgłaszany tylko wtedy, gdy worker nie zawiera żadnego programu, a obraz, na którym bazuje, też żadnego nie ma. `hub.json` i `tests.json` mają własne reguły; bez hub.json, który dopiero czyni repozytorium wpisem, ta reguła niczego nie zgłasza.',
  'The quick fix begins a README with what hub.json says.':
    'Szybka poprawka zakłada README na podstawie tego, co jest w hub.json.',
  'The Hub reads `.runpod/hub.json` and `.runpod/tests.json`, with the dot, in small letters, at the root of the repository, and as\nthey are on GitHub. A folder `runpod/`, a file `Hub.json`, a folder further down, a symbolic link, or a file that `.gitignore`\nkeeps back: none of these is there for the Hub, however right it looks on this disk.':
    'Hub czyta `.runpod/hub.json` i `.runpod/tests.json`: z kropką, małymi literami, w katalogu głównym repozytorium i w takiej postaci, w jakiej są na GitHubie. Katalog `runpod/`, plik `Hub.json`, katalog położony głębiej, dowiązanie symboliczne albo plik, który zatrzymuje `.gitignore`: niczego z tego dla Huba nie ma, choćby na tym dysku wyglądało jak należy.',
  '**On RunPod** nothing happens: the repository has no listing. There is no message.':
    '**Na RunPod** nic się nie dzieje: repozytorium nie ma wpisu. Nie ma też żadnego komunikatu.',
  'The quick fix copies the file to where the Hub looks. It is not offered where only the case of letters is wrong, since on some\ndisks both names are one file: `git mv` renames it. In a repository with several hub.json files, as one with examples has, those\nbelow the root are left alone.':
    'Szybka poprawka kopiuje plik tam, gdzie szuka Hub. Nie jest dostępna, gdy nie zgadza się tylko wielkość liter, bo na niektórych dyskach obie nazwy oznaczają ten sam plik: nazwę zmienia `git mv`. Gdy repozytorium ma kilka plików hub.json, jak to bywa w repozytoriach z przykładami, te poniżej katalogu głównego są pomijane.',
  "`.runpod/` comes before the root. A `hub.json`, `tests.json` or `Dockerfile` that is in both places is used from `.runpod/`; the\none at the root may serve other builds, but not the Hub's.":
    '`.runpod/` ma pierwszeństwo przed katalogiem głównym. Jeśli `hub.json`, `tests.json` lub `Dockerfile` jest w obu miejscach, używany jest ten z `.runpod/`; ten z katalogu głównego może służyć do budowania gdzie indziej, ale nie w Hubie.',
  '**On RunPod** a change of the file at the root changes nothing: the Hub goes on reading and building the other one.':
    '**Na RunPod** zmiana pliku w katalogu głównym niczego nie zmienia: Hub nadal czyta i buduje ten drugi.',
  'Keep one of the two, or keep both on purpose and switch this rule off in `.runpod/compliance.json`. A README may differ for the Hub without a\nword from this rule, since that is what the folder is for.':
    'Zostaw jeden z nich albo celowo zachowaj oba i wyłącz tę regułę w `.runpod/compliance.json`. README dla Huba może być inne i ta reguła tego nie zgłasza, bo właśnie po to jest ten katalog.',
  'The repository has a hub.json, but no tag. The Hub indexes GitHub releases, not commits, and a release always has a tag: without\none there is nothing that the Hub could list, whatever else is right.':
    'Repozytorium ma hub.json, ale nie ma tagu. Hub indeksuje wydania na GitHubie, nie commity, a wydanie zawsze ma tag: bez niego Hub nie ma czego pokazać, choćby wszystko inne było w porządku.',
  '**On RunPod** the repository never appears, or stays where it was: pushing to a branch is not noticed.':
    '**Na RunPod** repozytorium nigdy się nie pojawia albo zostaje w dotychczasowym stanie: wypchnięcia na gałąź Hub nie zauważa.',
  "Make a release on GitHub (Releases → Draft a new release); its tag is made with it. A tag alone is not a release. Where the release\nwas made on GitHub's page and this clone has not heard of it yet, `git fetch --tags` brings the tag. The rule is silent where tags\ncannot be told: in a shallow clone, or one that fetches none.":
    'Zrób wydanie na GitHubie (Releases → Draft a new release); razem z nim powstaje tag. Sam tag nie jest wydaniem. Jeśli wydanie zrobiono na stronie GitHuba i ten klon jeszcze o nim nie wie, tag pobierze `git fetch --tags`. Reguła milczy, gdy nie da się ustalić, jakie są tagi: w płytkim klonie albo w takim, który tagów nie pobiera.',
  'Files that the worker is built of, or its README, have changed since the newest tag that the current commit descends from.':
    'Od najnowszego tagu, z którego wywodzi się bieżący commit, zmieniły się pliki, z których budowany jest worker, albo jego README.',
  '**On RunPod** the Hub goes on showing and building the files of the last release. A fix that is only pushed reaches nobody.':
    '**Na RunPod** Hub nadal pokazuje i buduje pliki ostatniego wydania. Poprawka, która została tylko wypchnięta, do nikogo nie dociera.',
  'Make a new release when the changes are meant for users. Tests, notes and settings of tools do not count as changes.':
    'Zrób nowe wydanie, gdy zmiany są przeznaczone dla użytkowników. Testy, notatki i ustawienia narzędzi nie liczą się jako zmiany.',
  'Files that the worker is built of differ from the last commit, or were never added to the repository.':
    'Pliki, z których budowany jest worker, różnią się od ostatniego commita albo nigdy nie zostały dodane do repozytorium.',
  "**On RunPod** GitHub's state is built, not this disk's: a release made now has the old files, or lacks them, and an image that works\nhere fails there with a missing module.":
    '**Na RunPod** budowany jest stan z GitHuba, a nie z tego dysku: wydanie zrobione teraz zawiera pliki w starej wersji albo nie ma ich wcale, a obraz, który tutaj działa, tam zawodzi z powodu brakującego modułu.',
  'Commit and push before you make a release. What an ignore rule leaves out on purpose does not count, nor do tests and notes.':
    'Zanim zrobisz wydanie, zatwierdź zmiany i wypchnij je. To, co celowo pomija reguła ignorowania, się nie liczy, podobnie jak testy i notatki.',
  'The README has no badge that leads to the listing. The badge is optional; it lets whoever reads the README deploy with one click,\nand shows that the repository is listed.':
    'README nie ma odznaki, która prowadzi do wpisu. Odznaka jest nieobowiązkowa; czytelnikowi README pozwala wdrożyć workera jednym kliknięciem i pokazuje, że repozytorium jest w Hubie.',
  '**On RunPod** nothing changes. On GitHub, readers have to know the Hub to find the listing.':
    '**Na RunPod** nic się nie zmienia. Na GitHubie czytelnicy muszą znać Hub, żeby znaleźć wpis.',
  'The quick fix inserts the badge of the repository that the remote `origin` names, under the first heading.':
    'Szybka poprawka wstawia pod pierwszym nagłówkiem odznakę repozytorium, na które wskazuje remote `origin`.',
  'The badge names another repository than this one: it was copied along with a README, or the repository has moved since. Or its\nimage names one repository and its link another.':
    'Odznaka wskazuje inne repozytorium niż to: skopiowano ją razem z README albo repozytorium zostało od tego czasu przeniesione. Albo jej obrazek wskazuje jedno repozytorium, a link inne.',
  '**On RunPod** the badge shows the state of the other listing, and whoever clicks on it deploys that one.':
    '**Na RunPod** odznaka pokazuje stan innego wpisu, a kto w nią kliknie, wdroży tamten.',
  "The quick fix writes the name of the remote `origin` into both addresses. A README that has this repository's badge may have\nothers beside it, and a fork may keep the badge of the repository that its remote `upstream` names.":
    'Szybka poprawka wpisuje do obu adresów nazwę repozytorium, na które wskazuje remote `origin`. README z odznaką tego repozytorium może mieć obok niej inne, a fork może zachować odznakę repozytorium, na które wskazuje jego remote `upstream`.',
  '`runpod.yaml` is not part of any RunPod format; language models like to recommend it. `runpod.toml` and `.runpodignore` belong to\nthe old `runpod project` commands, which copied a folder to a development pod. Neither Serverless nor the Hub reads them.':
    '`runpod.yaml` nie należy do żadnego formatu RunPod; modele językowe lubią go polecać. `runpod.toml` i `.runpodignore` należą do dawnych poleceń `runpod project`, które kopiowały katalog do poda deweloperskiego. Nie czyta ich ani Serverless, ani Hub.',
  '**On RunPod** they have no effect. A repository that the Hub does not see is not seen with them either.':
    '**Na RunPod** nie mają one żadnego skutku. Jeśli Hub nie widzi repozytorium, z nimi też go nie zobaczy.',
  "What such a file was meant to say has other places: the listing and the machine in `.runpod/hub.json`, the image in the Dockerfile,\nwhat stays out of the image in `.dockerignore`, worker counts and timeouts in the endpoint's settings. Then delete it.":
    'To, co taki plik miał określać, ma swoje miejsce gdzie indziej: wpis i maszyna – w `.runpod/hub.json`, obraz – w Dockerfile, to, co nie ma trafić do obrazu – w `.dockerignore`, a liczba workerów i limity czasu – w ustawieniach endpointu. Potem usuń ten plik.',
};

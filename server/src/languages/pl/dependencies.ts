// Rules about syntax and dependencies.

import type { Bundle } from '../../base/message';

export const dependencies: Bundle = {
  // python-syntax-error
  'A Python file of the worker does not parse.': 'Plik Pythona w workerze ma błąd składni.',
  'The worker ends with a SyntaxError when the file is imported, before it takes a job: jobs stay IN_QUEUE.':
    'Worker kończy się błędem SyntaxError przy imporcie pliku, zanim przyjmie zadanie: zadania zostają w IN_QUEUE.',
  'Every Python file of the worker parses.': 'Żaden plik Pythona w workerze nie ma błędów składni.',
  'This one is still open.': 'Ten jest nadal otwarty.',
  'This {0} is never closed.': 'To {0} nie zostało zamknięte.',
  'This {0} closes a bracket that was never opened.': 'To {0} zamyka nawias, którego nie otwarto.',
  'This {0} does not close the bracket that is open here.': 'To {0} nie zamyka nawiasu, który jest tu otwarty.',
  'This string has no closing quote on its line.': 'Ten napis nie ma w swojej linii zamykającego cudzysłowu.',
  'This triple-quoted string is never closed.': 'Ten napis w potrójnym cudzysłowie nie został zamknięty.',
  'This line is indented deeper than the block it stands in.':
    'Ta linia jest wcięta głębiej niż blok, do którego należy.',
  'The indentation of this line matches no block above it.': 'Wcięcie tej linii nie pasuje do żadnego bloku powyżej.',
  'Tabs and spaces are mixed: Python cannot tell which block this line belongs to.':
    'Tabulatory i spacje są pomieszane: Python nie wie, do którego bloku należy ta linia.',
  'A merge conflict was left unresolved here.': 'Został tu nierozwiązany konflikt scalania.',
  'This fence belongs to Markdown, not to Python.': 'Ten znacznik bloku kodu należy do Markdowna, a nie do Pythona.',
  'A comma is missing after this.': 'Po tym brakuje przecinka.',
  'A value is missing here.': 'Brakuje tu wartości.',
  'A single = assigns: a comparison is written with ==.':
    'Pojedyncze = to przypisanie: porównanie zapisuje się przez ==.',
  'In Python, "else if" is written elif.': 'W Pythonie „else if” zapisuje się jako elif.',
  'print is a function in Python 3: what it prints goes in parentheses.':
    'W Pythonie 3 print jest funkcją: to, co ma wypisać, podaje się w nawiasach.',
  'This try has neither except nor finally.': 'To try nie ma ani except, ani finally.',
  '{0} ({1}) has no place in Python outside of strings.': '{0} ({1}) nie może w Pythonie wystąpić poza napisem.',
  'An indented block is missing under the {0} line.': 'Pod linią z {0} brakuje wciętego bloku.',
  'The colon is missing at the end of this {0} line.': 'Na końcu tej linii z {0} brakuje dwukropka.',
  'An operator or a line break is missing before this.': 'Przed tym brakuje operatora lub końca linii.',
  '{0} is an option for a command line: in a list it is a string of its own, with a comma on each side.':
    '{0} to opcja wiersza poleceń: na liście jest osobnym napisem, z przecinkiem po obu stronach.',
  '{0} is a shell command, not Python.': '{0} to polecenie powłoki, a nie Python.',
  'This {0} belongs to no statement above it.': 'To {0} nie należy do żadnej instrukcji powyżej.',
  'Python cannot read this line from here on.': 'Od tego miejsca Python nie potrafi odczytać tej linii.',
  'Python reads {0} as a subtraction from the string before it, which raises an error when this line runs. An option is a string of its own.':
    'Python czyta {0} jako odejmowanie od poprzedzającego napisu, co przy wykonaniu tej linii zgłasza błąd. Opcja jest osobnym napisem.',

  // hf-transfer-missing
  'hf_transfer is installed wherever it is asked for.': 'hf_transfer jest zainstalowane wszędzie, gdzie jest wymagane.',
  'HF_HUB_ENABLE_HF_TRANSFER is switched on, and nothing installs hf_transfer.':
    'HF_HUB_ENABLE_HF_TRANSFER jest włączone, a nic nie instaluje hf_transfer.',
  'huggingface_hub before 1.0 then refuses every download with a ValueError, so the model is never loaded; newer releases ignore the variable.':
    'huggingface_hub przed 1.0 odrzuca wtedy każde pobieranie błędem ValueError, więc model nigdy się nie ładuje; nowsze wydania pomijają tę zmienną.',
  'This asks for hf_transfer, which nothing installs: huggingface_hub before 1.0 then refuses every download.':
    'To wymaga hf_transfer, którego nic nie instaluje: huggingface_hub przed 1.0 odrzuca wtedy każde pobieranie.',
  'Install hf_transfer': 'Zainstaluj hf_transfer',

  // import-undeclared
  'Every package that the code imports gets into the image.': 'Każdy pakiet importowany przez kod trafia do obrazu.',
  'The code imports a package that neither the base image nor anything else brings into the image.':
    'Kod importuje pakiet, którego nie ma w obrazie bazowym i którego nic innego do obrazu nie dodaje.',
  'The worker fails with ModuleNotFoundError, at its start or in every job. On the machine where it was written, the package happens to be installed.':
    'Worker kończy się błędem ModuleNotFoundError, przy starcie lub w każdym zadaniu. Na komputerze, na którym powstał, pakiet akurat jest zainstalowany.',
  '{0} is imported, but the requirements do not name {1}.': '{0} jest importowane, ale w wymaganiach nie ma {1}.',
  '{0} is imported, but nothing installs it. One of these packages brings it: {1}.':
    '{0} jest importowane, ale nic tego nie instaluje. Jest to w jednym z pakietów: {1}.',
  '{0} is imported, but nothing installs the package {1}.': '{0} jest importowane, ale nic nie instaluje pakietu {1}.',
  '{0} is imported, but the worker has no such module, and nothing installs a package of this name.':
    '{0} jest importowane, ale worker nie ma takiego modułu i nic nie instaluje pakietu o tej nazwie.',
  'Install {0}': 'Zainstaluj {0}',

  // numpy-abi-mismatch
  'PyTorch and NumPy fit each other.': 'PyTorch i NumPy do siebie pasują.',
  'A PyTorch before 2.3 gets installed together with NumPy 2.': 'PyTorch przed 2.3 jest instalowany razem z NumPy 2.',
  'The import prints "A module that was compiled using NumPy 1.x cannot be run in NumPy 2", and .numpy() and from_numpy fail with "Numpy is not available" in every job that uses them.':
    'Import wypisuje „A module that was compiled using NumPy 1.x cannot be run in NumPy 2”, a .numpy() i from_numpy zawodzą z „Numpy is not available” w każdym zadaniu, które ich używa.',
  'This PyTorch is older than {0}.': 'Ten PyTorch jest starszy niż {0}.',
  'Keep NumPy below 2': 'Zostań przy NumPy poniżej 2',
  'This installs NumPy 2, and PyTorch before {0} was built for NumPy 1.':
    'To instaluje NumPy 2, a PyTorch przed {0} zbudowano dla NumPy 1.',
  'PyTorch before {0} was built for NumPy 1, and nothing keeps NumPy below 2.':
    'PyTorch przed {0} zbudowano dla NumPy 1, a nic nie zatrzymuje NumPy poniżej 2.',

  // python-too-old
  'The Python of the base image is new enough for current releases of runpod.':
    'Python w obrazie bazowym jest wystarczająco nowy dla bieżących wydań runpod.',
  'The base image has a Python that current releases of runpod do not install on.':
    'Obraz bazowy ma Pythona, na którym bieżące wydania runpod się nie instalują.',
  'The build silently gets an older runpod, without the fixes since, or stops where a newer one is demanded.':
    'Do obrazu po cichu trafia starszy runpod, bez późniejszych poprawek, albo budowanie się zatrzymuje, gdy wymagany jest nowszy.',
  'This image has Python {0}, on which pip finds no runpod as asked for: releases from {1} on need Python {2}.':
    'Ten obraz ma Pythona {0}, na którym pip nie znajduje żądanego runpod: wydania od {1} wymagają Pythona {2}.',
  'This image has Python {0}, on which pip installs runpod {1} at most: releases from {2} on need Python {3}.':
    'Ten obraz ma Pythona {0}, na którym pip zainstaluje najwyżej runpod {1}: wydania od {2} wymagają Pythona {3}.',
  'runpod is asked for here.': 'Tutaj wymagany jest runpod.',

  // requirements-syntax-error
  'Every line of the requirements is one that pip understands.': 'pip rozumie każdą linię wymagań.',
  'A requirements file has a line that pip refuses.': 'W pliku wymagań jest linia, którą pip odrzuca.',
  'The build of the image fails, since pip stops at this line, and no new version of the worker appears.':
    'Budowanie obrazu się nie udaje, bo pip zatrzymuje się na tej linii, i nowa wersja workera się nie pojawia.',
  'pip expects the name of a package here, and {0} is none.': 'pip oczekuje tu nazwy pakietu, a {0} nią nie jest.',
  'A single = compares nothing: an exact version is written with ==.':
    'Pojedyncze = niczego nie porównuje: dokładną wersję zapisuje się przez ==.',
  '{0} is no comparison that pip knows: it knows ==, ~=, !=, <=, >=, < and >.':
    '{0} nie jest porównaniem znanym pip: zna on ==, ~=, !=, <=, >=, < i >.',
  'A version is missing behind {0}.': 'Po {0} brakuje wersji.',
  '{0} is no version: pip finds no release that equals it.':
    '{0} nie jest wersją: pip nie znajdzie wydania, które jej odpowiada.',
  'Extras stand in square brackets, separated by commas, as in uvicorn[standard].':
    'Dodatki podaje się w nawiasach kwadratowych, oddzielone przecinkami, jak w uvicorn[standard].',
  'A URL is missing behind the @.': 'Po @ brakuje adresu URL.',
  'pip does not understand the condition behind the semicolon. It is written like python_version < "3.12", with the value in quotes.':
    'pip nie rozumie warunku po średniku. Zapisuje się go jak python_version < "3.12", z wartością w cudzysłowie.',
  'pip expects the line to end here. Each package has a line of its own, and a version comes with a comparison such as ==.':
    'pip oczekuje tu końca linii. Każdy pakiet ma własną linię, a wersję poprzedza porównanie, na przykład ==.',
  'A requirements file lists packages: commands such as "pip install" have no place in it.':
    'Plik wymagań wymienia pakiety: nie ma w nim miejsca na polecenia takie jak „pip install”.',
  '{0} is an option for the command line, which pip does not take in a requirements file.':
    '{0} to opcja wiersza poleceń, której pip nie przyjmuje w pliku wymagań.',
  '{0} names nothing: a file or a folder is missing behind it.':
    '{0} niczego nie wskazuje: brakuje po tym pliku lub folderu.',

  // sdk-undeclared
  'Where the code imports runpod, it is installed.': 'Wszędzie, gdzie kod importuje runpod, jest on zainstalowany.',
  'The code imports runpod, and nothing installs it.': 'Kod importuje runpod, a nic go nie instaluje.',
  'The worker ends at its first line with ModuleNotFoundError: jobs stay IN_QUEUE while workers start and fail over and over.':
    'Worker kończy się w pierwszej linii błędem ModuleNotFoundError: zadania zostają w IN_QUEUE, a workery wciąż startują i zawodzą.',
  'Nothing installs runpod: neither the Dockerfile nor a requirements file that it uses names it.':
    'Nic nie instaluje runpod: nie wymienia go ani Dockerfile, ani używany przez niego plik wymagań.',
  'This image does not bring it either.': 'W tym obrazie też go nie ma.',
  'Install runpod': 'Zainstaluj runpod',

  // sdk-version-affected
  'The version of runpod gives jobs to all workers.': 'Wersja runpod rozdziela zadania między wszystkie workery.',
  'The version of runpod that is asked for is one in which a single worker takes all jobs.':
    'Wymagana wersja runpod to ta, w której jeden worker przejmuje wszystkie zadania.',
  'With a network volume attached, jobs queue up in front of one worker while the others stay idle. Releases 1.7.11 to 1.10.0 do this.':
    'Przy podłączonym wolumenie sieciowym zadania ustawiają się do jednego workera, a pozostałe stoją bezczynnie. Dotyczy to wydań od 1.7.11 do 1.10.0.',
  'This installs runpod {0}: with a network volume, releases {1} to {2} give all jobs to one worker.':
    'To instaluje runpod {0}: przy wolumenie sieciowym wydania od {1} do {2} oddają wszystkie zadania jednemu workerowi.',
  'Ask for runpod>={0}': 'Wymagaj runpod>={0}',

  // stdlib-shadowed
  'No module that comes with Python is asked for as a package.':
    'Żaden moduł należący do Pythona nie jest wymagany jako pakiet.',
  'A module that comes with Python is asked for as a package.': 'Moduł należący do Pythona jest wymagany jako pakiet.',
  'The build stops, since no such package exists, or pip installs an abandoned project of the same name that was never meant.':
    'Budowanie się zatrzymuje, bo takiego pakietu nie ma, albo pip instaluje porzucony projekt o tej samej nazwie, o który nikomu nie chodziło.',
  '{0} comes with Python: what pip installs under this name is an outdated copy or another project.':
    '{0} należy do Pythona: to, co pip zainstaluje pod tą nazwą, jest przestarzałą kopią albo innym projektem.',
  '{0} comes with Python, and there is no package of this name, so pip stops here.':
    '{0} należy do Pythona, a pakietu o tej nazwie nie ma, więc pip się tu zatrzyma.',
};

### Cymraeg. Yr un allweddi ag en.ftl, yn yr un drefn.

## Ysgrifennir dyddiadau a rhifau fel yn y lle hwn.
locale = cy

## Cyfeiriadau: y rhannau sefydlog, llythrennau bach a chysylltnodau.
address-measures = mesurau
address-actions = camau-gweithredu
address-print = argraffu

## Ffigurau
yes = ie
no = na
# Mae $next yn rhoi llythyren gyntaf $last, neu'r rhif un neu ddau ddigid sydd ar ei ddechrau. Ceir `ac`
# o flaen llafariad a rhifau a ddarllenir felly (un, wyth, un ar ddeg, wyth deg); lle byddai `a` yn
# treiglo gair, neu lle gallai bannod ddilyn, mae `a hefyd` yn osgoi newid enw.
list-and = { $next ->
    [1] { $first } ac { $last }
    [8] { $first } ac { $last }
    [11] { $first } ac { $last }
    [16] { $first } ac { $last }
    [18] { $first } ac { $last }
    [80] { $first } ac { $last }
    [81] { $first } ac { $last }
    [82] { $first } ac { $last }
    [83] { $first } ac { $last }
    [84] { $first } ac { $last }
    [85] { $first } ac { $last }
    [86] { $first } ac { $last }
    [87] { $first } ac { $last }
    [88] { $first } ac { $last }
    [89] { $first } ac { $last }
    [a] { $first } ac { $last }
    [e] { $first } ac { $last }
    [i] { $first } ac { $last }
    [o] { $first } ac { $last }
    [u] { $first } ac { $last }
    [w] { $first } ac { $last }
    [c] { $first } a hefyd { $last }
    [p] { $first } a hefyd { $last }
    [t] { $first } a hefyd { $last }
    [y] { $first } a hefyd { $last }
   *[other] { $first } a { $last }
}
unit-percent = { $number }%
unit-pounds = £{ $number }
unit-thousand-pounds = £{ $number } mil
unit-million-pounds = £{ $number } miliwn
# Dim ond rhifau cyfan sy'n treiglo.
unit-days = { $decimals ->
    [0] { $count ->
            [zero] { $number } diwrnod
            [one] { $number } diwrnod
            [two] { $number } ddiwrnod
            [few] { $number } diwrnod
            [many] { $number } diwrnod
           *[other] { $number } diwrnod
    }
   *[other] { $number } diwrnod
}
unit-weeks = { $count ->
    [zero] { $number } wythnos
    [one] { $number } wythnos
    [two] { $number } wythnos
    [few] { $number } wythnos
    [many] { $number } wythnos
   *[other] { $number } wythnos
}
unit-months = { $decimals ->
    [0] { $count ->
            [zero] { $number } mis
            [one] { $number } mis
            [two] { $number } fis
            [few] { $number } mis
            [many] { $number } mis
           *[other] { $number } mis
    }
   *[other] { $number } mis
}
unit-years = { $decimals ->
    [0] { $count ->
            [zero] { $number } mlynedd
            [one] { $number } flwyddyn
            [two] { $number } flynedd
            [few] { $number } blynedd
            [4] { $number } blynedd
            [many] { $number } blynedd
           *[other] { $number } mlynedd
    }
   *[other] { $number } o flynyddoedd
}
unit-hours = { $count ->
    [zero] { $number } awr
    [one] { $number } awr
    [two] { $number } awr
    [few] { $number } awr
    [many] { $number } awr
   *[other] { $number } awr
}
unit-name-percent = y cant
unit-name-number = nifer
unit-name-ratio = cymhareb
unit-name-pounds = punnoedd
unit-name-thousand-pounds = miloedd o bunnoedd
unit-name-million-pounds = miliynau o bunnoedd
unit-name-days = diwrnodau
unit-name-weeks = wythnosau
unit-name-months = misoedd
unit-name-years = blynyddoedd
unit-name-hours = oriau
unit-name-score = sgôr
unit-name-yes-no = ie neu na
percentage-points = { $decimals ->
    [0] { $count ->
            [zero] { $number } pwynt canran
            [one] { $number } pwynt canran
            [two] { $number } bwynt canran
            [few] { $number } phwynt canran
            [many] { $number } phwynt canran
           *[other] { $number } pwynt canran
    }
   *[other] { $number } pwynt canran
}
# Geiriau eraill y mae awduron yn eu defnyddio am y rhain. Fe'u deellir, ond ni chânt eu hargraffu.
percentage-points-also = o bwyntiau canran

## Cyfnodau
period-academic = blwyddyn academaidd { $years }
period-academics = blynyddoedd academaidd { $years }
period-span = { $first } i { $last }
period-quarter = chwarter { $part }, { $year }
period-half = { $part ->
    [1] hanner cyntaf { $year }
   *[2] ail hanner { $year }
}

## Cyfeiriad teithio
direction-better = Gwell
direction-as-far = Yr un mor bell o'r targed
direction-same = Yr un fath
direction-worse = Gwaeth
direction-no-comparison = Dim cymhariaeth
direction-not-comparable = Ni ellir cymharu
direction-changed = Wedi newid
direction-and-change = { $direction }: { $change }
change-up = i fyny { $amount }
change-down = i lawr { $amount }
change-none = dim newid
change-no-actual = ni roddir ffigur ar gyfer y cyfnod hwn
change-no-previous = nid oes ffigur cynharach
change-counting = cyfrifwyd y ffigur ar gyfer { $period } mewn ffordd arall
change-no-figure-for = nid oes ffigur ar gyfer { $period }
change-not-available = nid oes ffigur ar gael ar gyfer { $period }
change-unit = newidiodd yr uned yn y cyfamser
change-series-break = newidiodd y ffordd o gyfrif yn y cyfamser
change-no-to-yes = o ‘na’ i ‘ie’
change-yes-to-no = o ‘ie’ i ‘na’

## Graddau
rating-green = Gwyrdd
rating-amber = Ambr
rating-red = Coch
rating-not-rated = Heb ei raddio
rating-sentence = { $rating }: { $reason }.
reason-met = mae { $actual } { $to-target ->
    [above] yn uwch na'r
    [below] yn is na'r
   *[at] ar y
} targed o { $target }
reason-between = mae { $actual } { $to-target ->
    [above] yn uwch na'r
    [below] yn is na'r
   *[at] ar y
} targed o { $target } ac { $to-intervention ->
    [above] yn uwch na'r
    [below] yn is na'r
   *[at] ar y
} lefel ymyrryd o { $intervention }
reason-past-intervention = mae { $actual } { $to-intervention ->
    [above] yn uwch na'r
    [below] yn is na'r
   *[at] ar y
} lefel ymyrryd o { $intervention }; y targed yw { $target }
reason-target-only = mae { $actual } { $to-target ->
    [above] yn uwch na'r
    [below] yn is na'r
   *[at] ar y
} targed o { $target }; ni roddir lefel ymyrryd
reason-tolerance = mae { $actual } { $to-target ->
    [above] yn uwch na'r
   *[below] yn is na'r
} targed o { $target }, { $within ->
    [yes] o fewn y
   *[no] y tu hwnt i'r
} goddefiant o { $tolerance }%
reason-yes-no = { $met ->
    [yes] yr ateb yw { $actual }, fel y mae'r targed yn gofyn
   *[no] yr ateb yw { $actual }, a'r targed yw { $target }
}
reason-nearest = { $place ->
    [at] mae { $actual } ar y targed o { $target }
    [nearer] mae { $actual } yn nes at y targed o { $target } nag y mae'r lefel ymyrryd o { $intervention }
    [as-far] mae { $actual } yr un mor bell o'r targed o { $target } â'r lefel ymyrryd o { $intervention }
    [further] mae { $actual } ymhellach o'r targed o { $target } nag y mae'r lefel ymyrryd o { $intervention }
   *[off] nid yw { $actual } ar y targed o { $target }; ni roddir lefel ymyrryd
}
reason-no-actual = ni roddir ffigur ar gyfer y cyfnod hwn
reason-no-target = nid oes targed
reason-contextual = rhoi cyd-destun yw diben y mesur hwn
reason-polarity-unknown = ni nodir pa gyfeiriad sydd orau
reason-wrong-side = mae'r lefel ymyrryd yn gwrth-ddweud y targed
reason-hidden = Nid yw'r wefan hon yn dangos graddau.
reason-none-stated = Heb ei raddio: nid yw'r sefydliad yn nodi gradd.
reason-stated-agrees = { $rating }, fel y nodwyd gan y sefydliad. Mae'r rheol yn cytuno: { $rule }
reason-stated-differs = { $rating }, fel y nodwyd gan y sefydliad. Mae'r rheol yn rhoi gradd arall: { $rule }
reason-overridden = { $rating }, fel y nodwyd gan y sefydliad. Ei reswm: { $reason }. Yn ôl y rheol: { $rule }

## Tudalennau: geiriau y mae'r templedi yn eu hargraffu fel y maent.
about-measures = Am y mesurau
about-this-measure = Am y mesur hwn
accessibility-statement = Datganiad hygyrchedd
action = Cam gweithredu
actions = Camau gweithredu
actual = Canlyniad
all-data = Yr holl ddata ar ffurf JSON
attachments = Dogfennau
breadcrumb = Ble rydych chi
chart-file = Agor y siart hon ar ei phen ei hun
codes = Codau
comment = Sylw
comments = Yr hyn a ddywedwyd amdano
comparator = O gymharu â
comparators = Sut mae eraill yn perfformio
contents = Cynnwys
copy-link = Copïo dolen i'r adran hon: %1
corrections = Cywiriadau
corrected = Cywirwyd { $date }
definition = Diffiniad
direction-of-travel = Cyfeiriad teithio
directions-mark = Cyfrifwyd drwy gymharu â blwyddyn ynghynt.
draft = Drafft
due = I'w gwblhau erbyn
earlier-reports = Adroddiadau cynharach
feed = Adroddiadau newydd a chywiriadau fel ffrwd
figure-withdrawn = tynnwyd y ffigur yn ôl i ddiogelu pobl.
golden-thread = Y llinyn aur
intervention = Lefel ymyrryd
judgement = Dyfarniad
judgements = Dyfarniadau
key-heading = Sut i ddarllen y graddau
language = Iaith
latest-figure = Y ffigur diweddaraf
latest-report = Yr adroddiad diweddaraf
lead = Arweinydd
made-with = Gwnaed â
main-menu = Prif ddewislen
link-copied = Dolen wedi'i chopïo
link-in-address = Mae'r ddolen ym mar cyfeiriad eich porwr
measure = Mesur
measures = Mesurau
moved-heading = Mae'r dudalen hon wedi symud
moved-text = Mae bellach i'w gweld yma:
next-page = Nesaf
no-action-judged = Ni roddwyd gradd i'r camau gweithredu hyn.
no-comment = Dim sylw
not-found-address = Cyfeiriad na chanfuwyd
not-found-text = Efallai fod y dudalen wedi symud, neu fod ei chyfeiriad wedi'i deipio neu ei gopïo'n anghyflawn. Efallai fod yr hyn rydych yn chwilio amdano ar un o'r tudalennau hyn.
not-stated = Heb ei nodi
not-supplied = heb ei roi
notice = Hysbysiad
now = bellach
objective = Amcan
objective-well-being = Amcan llesiant
objectives = Amcanion
on-this-page = Ar y dudalen hon
open-data = Y data sy'n sail i'r dudalen hon
other-editions = Argraffiadau eraill o'r adroddiad hwn
partners = Partneriaid
period = Cyfnod
polarity = Pa gyfeiriad sydd orau
previous = Blwyddyn ynghynt
previous-page = Blaenorol
problem-email = Anfon e-bost am y dudalen hon
problem-heading = Rhoi gwybod am broblem neu ofyn am fformat arall
progress = Cynnydd
provenance = O ble y daw'r ffigur
rank = Safle
rating = Gradd
rating-and-why = Gradd, a pham
ratings-of-measures = Graddau'r mesurau
read-the-report = Darllen yr adroddiad
reading-order = Y dudalen flaenorol a'r nesaf
report-actions = Holl gamau gweithredu'r adroddiad
print-introduction = Cyflwyniad
print-overview = Yr adroddiad yn gryno
print-web = Yr adroddiad hwn fel tudalennau gwe
report-print = Yr adroddiad cyfan ar un dudalen, i'w argraffu
report-measures = Holl fesurau'r adroddiad
reported-in = Adroddwyd yn:
series = Y ffigurau dros amser
skip-to-content = Neidio i'r prif gynnwys
source = Ffynhonnell
status = Statws
symbols-used = Symbolau:
target = Targed
telephone = Ffôn
this-page = Y dudalen hon
tools-all = Popeth
tools-clear = Dangos popeth
tools-cleared = Mae popeth yn cael ei ddangos eto
tools-down = %1, uchaf neu Y yn gyntaf
tools-filter = Canfod a threfnu
tools-find = Canfod geiriau
tools-shown = Yn dangos %1 o %2
tools-sort = Trefnwyd yn ôl
tools-up = %1, isaf neu A yn gyntaf
tools-written = Yn nhrefn yr adroddiad
unit = Uned
was = roedd
ways-of-working = Y pum ffordd o weithio
what-changed = Beth sydd wedi newid
why-we-chose-this = Pam y gwnaethom ddewis yr amcan hwn
works-on = Yn gweithio ar:

## Data agored: penawdau'r ffeiliau CSV.
csv-report = Adroddiad
csv-objective = Amcan
csv-objective-code = Cod yr amcan
csv-objective-title = Teitl yr amcan
csv-group = Grŵp
csv-measure = Mesur
csv-action = Cam gweithredu
csv-codes = Codau
csv-title = Teitl
csv-unit = Uned
csv-polarity = Pa gyfeiriad sydd orau
csv-period = Cyfnod
csv-actual = Canlyniad
csv-target = Targed
csv-target-upper = Targed uchaf
csv-intervention = Lefel ymyrryd
csv-previous = Blaenorol
csv-previous-period = Cyfnod blaenorol
csv-numerator = Rhifiadur
csv-denominator = Enwadur
csv-rating = Gradd
csv-rating-basis = Sail y radd
csv-rating-computed = Gradd yn ôl y rheol
csv-rating-stated = Gradd a nodwyd
csv-rating-reason = Rheswm dros y radd
csv-direction = Cyfeiriad teithio
csv-change = Newid
csv-direction-reason = Cyfeiriad mewn geiriau
csv-comparators = Cymaryddion
csv-rank = Safle
csv-rank-of = Safle allan o
csv-notes = Nodiadau
csv-comment = Sylw
csv-definition = Diffiniad
csv-source = Ffynhonnell
csv-judgement = Dyfarniad
csv-status = Statws
csv-complete = Canran a gwblhawyd
csv-lead = Arweinydd
csv-partners = Partneriaid
csv-start = Dechrau
csv-due = I'w gwblhau erbyn
csv-overdue = Yn hwyr
csv-works-on = Mesurau y gweithir arnynt
csv-fulfils = Cyfrifoldebau a gyflawnir

## Ffrâm pob tudalen.
home = Hafan
page-title = { $page } – { $site }
page-title-draft = Drafft: { $title }
page-title-moved = Wedi symud: { $title }
language-cy = Cymraeg
language-en = English
language-ga = Gaeilge
language-gd = Gàidhlig
language-kw = Kernewek
language-pl = Polski
language-name-ar = Arabeg
language-name-bfi = Iaith Arwyddion Prydain
language-name-bn = Bengaleg
language-name-cy = Cymraeg
language-name-en = Saesneg
language-name-fr = Ffrangeg
language-name-ga = Gwyddeleg
language-name-gd = Gaeleg yr Alban
language-name-kw = Cernyweg
language-name-lt = Lithwaneg
language-name-pa = Pwnjabeg
language-name-pl = Pwyleg
language-name-pt = Portiwgaleg
language-name-ro = Rwmaneg
language-name-so = Somaleg
language-name-uk = Wcreineg
language-name-ur = Wrdw
language-name-zh = Tsieineeg
draft-report = Nid yw'r adroddiad hwn wedi'i gyhoeddi. Gall y ffigurau a'r geiriau newid o hyd.
embargo-report = Ni ddylid cyhoeddi'r adroddiad hwn cyn { $time } ar { $date }.
prompt-introduction = Cyflwynwch yr adroddiad: beth y mae'n ei gwmpasu, a beth sydd bwysicaf ynddo.
prompt-section = Ysgrifennwch yr adran hon, neu dilëwch ei ffeil os nad oes dim i'w ddweud.
prompt-why = Dywedwch pam y dewiswyd yr amcan hwn: yr angen, y dystiolaeth, yr hyn a ddywedodd pobl wrthych.
draft-part = Mae'r dudalen hon yn dangos ffigurau o adroddiad nad yw wedi'i gyhoeddi. Gallant newid o hyd.
superseded-text = Mae argraffiad diweddarach wedi cymryd lle'r un hwn.
superseded-alone = Nid yw'r argraffiad hwn yn gyfredol mwyach.
superseded-link = Gweld yr argraffiad diweddarach
superseded-link-home = Gweld pob adroddiad
date-published = Cyhoeddwyd
date-updated = Diweddarwyd ddiwethaf
date-next-update = Diweddariad nesaf
problem-text = Rhowch wybod i ni os oes rhywbeth ar y dudalen hon sy'n anghywir, nad yw'n gweithio neu sy'n anodd ei ddefnyddio, neu os oes ei hangen arnoch mewn fformat arall, megis print bras, hawdd ei ddeall, sain neu braille.
problem-text-no-contact = Os oes rhywbeth ar y dudalen hon sy'n anghywir, nad yw'n gweithio neu sy'n anodd ei ddefnyddio, rhowch wybod i'r sawl sy'n ei chyhoeddi, gan nodi'r cyfeiriad isod.
problem-text-not-found = Rhowch wybod i ni os daeth dolen ar y wefan hon â chi yma, neu os oes angen rhywbeth arnoch mewn fformat arall, megis print bras, hawdd ei ddeall, sain neu braille. Nodwch y cyfeiriad na chanfuwyd: mae eich porwr yn ei ddangos.
problem-text-not-found-no-contact = Os daeth dolen ar y wefan hon â chi yma, rhowch wybod i'r sawl sy'n ei chyhoeddi, gan nodi'r cyfeiriad na chanfuwyd: mae eich porwr yn ei ddangos.
problem-subject = Ynghylch y dudalen { $address }
problem-body =
    Tudalen: { $address }
    Iaith: { $language }

    Beth sydd o'i le, neu pa fformat sydd ei angen arnoch?
problem-subject-not-found = Ynghylch tudalen na chanfuwyd
problem-body-not-found =
    Iaith: { $language }

    Am beth roeddech chi'n chwilio, a ble cawsoch chi'r cyfeiriad?


    Cyfeiriad na chanfuwyd: { $address }

## Y ffrwd.
feed-correction = Cywiriad i { $report }

## Ffigurau a symbolau.
figure-fraction = { $part } o { $whole }
rank-sentence = Mae yn safle { $place } o { $of } ar gyfer { $period }.
rank-text = { $place } o { $of }
count-of = o { $total }
symbol-b = toriad yn y gyfres
symbol-c = cyfrinachol
symbol-e = amcangyfrif
symbol-f = rhagolwg
symbol-low = isel: yn talgrynnu i sero, ond nid yw'n sero
symbol-p = dros dro
symbol-r = diwygiedig
symbol-u = dibynadwyedd isel
symbol-x = ddim ar gael
symbol-z = ddim yn berthnasol
size-bytes = { $count ->
    [two] { $size } feit
   *[other] { $size } beit
}
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
file-type-unknown = ffeil
download-measures = Mesurau'r adroddiad hwn
download-actions = Camau gweithredu'r adroddiad hwn

## Mesurau.
polarity-higher = Gorau po uchaf
polarity-lower = Gorau po isaf
polarity-target = Gorau po agosaf at y targed
polarity-target-rule = Gorau po agosaf at y targed. Mesurir y canlyniad a phob ffigur y cymherir ef ag ef o'r targed y mae ei argraffiad yn ei osod ar gyfer y canlyniad.
polarity-none = Ar gyfer cyd-destun: nid yw uwch nac is yn well
polarity-unknown = Ni nodir pa gyfeiriad sydd orau
direction-sentence = { $movement }.
direction-sentence-from = { $movement }, o { $previous } ({ $period }).
rating-kind-calculated = wedi'i chyfrifo yn ôl y rheol
rating-kind-stated = wedi'i nodi gan y sefydliad
rating-kind-override = wedi'i nodi gan y sefydliad, gyda rheswm
rating-reason = Rheswm y sefydliad: { $reason }
break-sentence = Mae toriad yn y gyfres ({ $period }): ni ellir cymharu ffigurau o hynny ymlaen â'r rhai cynharach.
break-sentence-reason = Mae toriad yn y gyfres ({ $period }): ni ellir cymharu ffigurau o hynny ymlaen â'r rhai cynharach. { $reason }.
group-how-much = Faint wnaethom ni?
group-how-well = Pa mor dda y gwnaethom ni hynny?
group-better-off = A oes unrhyw un yn well ei fyd?
caption-measures = { $objective }: { $group }
caption-index = Ffigurau diweddaraf: { $group }
caption-series = { $measure }: ffigurau dros amser
caption-comparators = { $measure }: ffigurau eraill ({ $period })
caption-actions = Camau gweithredu: { $objective }
objective-in-report = { $objective } ({ $report })
measure-index-intro = { $count ->
    [zero] Dim mesurau eto.
    [one] { $count } mesur, gyda'i ffigur diweddaraf.
    [two] { $count } fesur, pob un gyda'i ffigur diweddaraf.
    [few] { $count } mesur, pob un gyda'i ffigur diweddaraf.
    [many] { $count } mesur, pob un gyda'i ffigur diweddaraf.
   *[other] { $count } mesur, pob un gyda'i ffigur diweddaraf.
}
periods-count = { $count ->
    [zero] Dim ffigurau eto
    [one] Ffigurau ar gyfer { $count } cyfnod
    [two] Ffigurau ar gyfer { $count } gyfnod
    [few] Ffigurau ar gyfer { $count } chyfnod
    [many] Ffigurau ar gyfer { $count } chyfnod
   *[other] Ffigurau ar gyfer { $count } cyfnod
}
given-unrated = Rhoddwyd heb radd
provenance-history = Ffigur cynharach; ffynhonnell: { $report }
series-other-unit = mewn uned arall ({ $unit }), na ellir ei chymharu
provenance-stated = Rhoddwyd fel y canlyniad flwyddyn ynghynt; ffynhonnell: { $report }
report-measures-title = Mesurau: { $report }
report-actions-title = Camau gweithredu: { $report }
report-print-title = Yr adroddiad cyfan: { $report }
figure-numbered = Ffigur { $number }: { $caption }
table-numbered = Tabl { $number }: { $caption }

## Cyfrif graddau.
tally-count-green = { $count } gwyrdd
tally-count-amber = { $count } ambr
tally-count-red = { $count } coch
tally-label-green = Gwyrdd: { $count } o { $total ->
    [zero] { $total } mesur
    [one] { $total } mesur
    [two] { $total } fesur
    [few] { $total } mesur
    [many] { $total } mesur
   *[other] { $total } mesur
} a raddiwyd
tally-label-amber = Ambr: { $count } o { $total ->
    [zero] { $total } mesur
    [one] { $total } mesur
    [two] { $total } fesur
    [few] { $total } mesur
    [many] { $total } mesur
   *[other] { $total } mesur
} a raddiwyd
tally-label-red = Coch: { $count } o { $total ->
    [zero] { $total } mesur
    [one] { $total } mesur
    [two] { $total } fesur
    [few] { $total } mesur
    [many] { $total } mesur
   *[other] { $total } mesur
} a raddiwyd
tally-label-not-rated = Heb ei raddio: { $count } o { $total ->
    [zero] { $total } mesur
    [one] { $total } mesur
    [two] { $total } fesur
    [few] { $total } mesur
    [many] { $total } mesur
   *[other] { $total } mesur
}
tally-empty = Dim mesurau.
tally-hidden = { $total ->
    [zero] { $total } mesur
    [one] { $total } mesur
    [two] { $total } fesur
    [few] { $total } mesur
    [many] { $total } mesur
   *[other] { $total } mesur
}. Nid yw'r wefan hon yn dangos graddau.
tally-all-rated = { $total ->
    [zero] { $total } mesur, pob un wedi'i raddio: { $counts }.
    [one] { $total } mesur, wedi'i raddio: { $counts }.
    [two] { $total } fesur, pob un wedi'i raddio: { $counts }.
    [few] { $total } mesur, pob un wedi'i raddio: { $counts }.
    [many] { $total } mesur, pob un wedi'i raddio: { $counts }.
   *[other] { $total } mesur, pob un wedi'i raddio: { $counts }.
}
tally-some-rated = { $total ->
    [zero] { $total } mesur
    [one] { $total } mesur
    [two] { $total } fesur
    [few] { $total } mesur
    [many] { $total } mesur
   *[other] { $total } mesur
}, { $rated ->
    [one] { $rated } wedi'i raddio
   *[other] { $rated } wedi'u graddio
}: { $counts }. { $not-rated ->
    [one] Nid yw { $not-rated } wedi'i raddio, ac nid yw'n cael ei gyfrif.
   *[other] Nid yw { $not-rated } wedi'u graddio, ac nid ydynt yn cael eu cyfrif.
}
tally-none-rated = { $total ->
    [zero] { $total } mesur, heb eu graddio.
    [one] { $total } mesur, heb ei raddio.
    [two] { $total } fesur, heb eu graddio.
    [few] { $total } mesur, heb eu graddio.
    [many] { $total } mesur, heb eu graddio.
   *[other] { $total } mesur, heb eu graddio.
}
tally-basis-calculated = Cyfrifir y graddau yn ôl rheol, ar sail y canlyniad, y targed a'r lefel ymyrryd. Cyfnod y ffigurau: { $periods }.
tally-basis-stated = Y sefydliad sy'n nodi'r graddau. Cyfnod y ffigurau: { $periods }.
tally-basis-both = Cyfrifir rhai graddau yn ôl rheol, ar sail y canlyniad, y targed a'r lefel ymyrryd; y sefydliad sy'n nodi'r lleill. Nodir gyda phob gradd pa un yw hi. Cyfnod y ffigurau: { $periods }.
tally-basis-none = Cyfnod y ffigurau: { $periods }.
tally-mark-calculated = Cyfrifwyd yn ôl y rheol; cyfnod y ffigurau: { $periods }.
tally-mark-stated = Nodwyd gan y sefydliad; cyfnod y ffigurau: { $periods }.
tally-mark-both = Cyfrifwyd rhai yn ôl y rheol, a nodwyd rhai gan y sefydliad; cyfnod y ffigurau: { $periods }.
tally-mark-none = Cyfnod y ffigurau: { $periods }.

## Cyfrif cyfeiriadau teithio.
directions-count-better = { $count } yn well
directions-count-same = { $count } yr un fath
directions-count-worse = { $count } yn waeth
directions-count-changed = { $count } wedi newid
directions-count-no-comparison = { $count } heb gymhariaeth
directions-count-not-comparable = { $count ->
    [one] { $count } na ellir ei gymharu
   *[other] { $count } na ellir eu cymharu
}
directions-sentence = Cyfrifwyd drwy gymharu â blwyddyn ynghynt: { $counts }.
directions-label-better = Yn well na blwyddyn ynghynt: { $count } o { $total ->
    [zero] { $total } mesur
    [one] { $total } mesur
    [two] { $total } fesur
    [few] { $total } mesur
    [many] { $total } mesur
   *[other] { $total } mesur
}
directions-label-same = Yr un fath â blwyddyn ynghynt: { $count } o { $total ->
    [zero] { $total } mesur
    [one] { $total } mesur
    [two] { $total } fesur
    [few] { $total } mesur
    [many] { $total } mesur
   *[other] { $total } mesur
}
directions-label-worse = Yn waeth na blwyddyn ynghynt: { $count } o { $total ->
    [zero] { $total } mesur
    [one] { $total } mesur
    [two] { $total } fesur
    [few] { $total } mesur
    [many] { $total } mesur
   *[other] { $total } mesur
}
directions-label-changed = Wedi newid, heb fod y naill ffordd yn well na'r llall: { $count } o { $total ->
    [zero] { $total } mesur
    [one] { $total } mesur
    [two] { $total } fesur
    [few] { $total } mesur
    [many] { $total } mesur
   *[other] { $total } mesur
}
directions-label-no-comparison = Heb ddim i gymharu ag ef: { $count } o { $total ->
    [zero] { $total } mesur
    [one] { $total } mesur
    [two] { $total } fesur
    [few] { $total } mesur
    [many] { $total } mesur
   *[other] { $total } mesur
}
directions-label-not-comparable = Ni ellir cymharu â blwyddyn ynghynt: { $count } o { $total ->
    [zero] { $total } mesur
    [one] { $total } mesur
    [two] { $total } fesur
    [few] { $total } mesur
    [many] { $total } mesur
   *[other] { $total } mesur
}

## Dyfarniadau.
judgement-unsuccessful = Aflwyddiannus
judgement-partly-successful = Rhannol lwyddiannus
judgement-fully-successful = Cwbl lwyddiannus
judgement-not-judged = Heb ddyfarniad
judgements-label-unsuccessful = Aflwyddiannus: { $count } o { $total } amcan
judgements-label-partly-successful = Rhannol lwyddiannus: { $count } o { $total } amcan
judgements-label-fully-successful = Cwbl lwyddiannus: { $count } o { $total } amcan
judgements-label-not-judged = Heb ddyfarniad: { $count } o { $total } amcan
judgements-count-unsuccessful = { $count } yn aflwyddiannus
judgements-count-partly-successful = { $count } yn rhannol lwyddiannus
judgements-count-fully-successful = { $count } yn gwbl lwyddiannus
judgements-count-not-judged = { $count } heb ddyfarniad
judgements-empty = Dim amcanion.
judgements-all-unsuccessful = { $total ->
    [zero] { $total } amcan; dyfarniad y sefydliad ar bob un: aflwyddiannus.
    [one] { $total } amcan; dyfarniad y sefydliad: aflwyddiannus.
    [two] { $total } amcan; dyfarniad y sefydliad ar bob un: aflwyddiannus.
    [few] { $total } amcan; dyfarniad y sefydliad ar bob un: aflwyddiannus.
    [many] { $total } amcan; dyfarniad y sefydliad ar bob un: aflwyddiannus.
   *[other] { $total } amcan; dyfarniad y sefydliad ar bob un: aflwyddiannus.
}
judgements-all-partly-successful = { $total ->
    [zero] { $total } amcan; dyfarniad y sefydliad ar bob un: rhannol lwyddiannus.
    [one] { $total } amcan; dyfarniad y sefydliad: rhannol lwyddiannus.
    [two] { $total } amcan; dyfarniad y sefydliad ar bob un: rhannol lwyddiannus.
    [few] { $total } amcan; dyfarniad y sefydliad ar bob un: rhannol lwyddiannus.
    [many] { $total } amcan; dyfarniad y sefydliad ar bob un: rhannol lwyddiannus.
   *[other] { $total } amcan; dyfarniad y sefydliad ar bob un: rhannol lwyddiannus.
}
judgements-all-fully-successful = { $total ->
    [zero] { $total } amcan; dyfarniad y sefydliad ar bob un: cwbl lwyddiannus.
    [one] { $total } amcan; dyfarniad y sefydliad: cwbl lwyddiannus.
    [two] { $total } amcan; dyfarniad y sefydliad ar bob un: cwbl lwyddiannus.
    [few] { $total } amcan; dyfarniad y sefydliad ar bob un: cwbl lwyddiannus.
    [many] { $total } amcan; dyfarniad y sefydliad ar bob un: cwbl lwyddiannus.
   *[other] { $total } amcan; dyfarniad y sefydliad ar bob un: cwbl lwyddiannus.
}
judgements-all-not-judged = { $total ->
    [zero] { $total } amcan, heb ddyfarniad.
    [one] { $total } amcan, heb ddyfarniad.
    [two] { $total } amcan, heb ddyfarniad.
    [few] { $total } amcan, heb ddyfarniad.
    [many] { $total } amcan, heb ddyfarniad.
   *[other] { $total } amcan, heb ddyfarniad.
}
judgements-sentence = { $total } amcan, yn ôl dyfarniad y sefydliad: { $counts }.

## Camau gweithredu.
status-not-started = Heb ddechrau
status-in-progress = Ar y gweill
status-partially-completed = Wedi'i gwblhau'n rhannol
status-completed = Wedi'i gwblhau
status-completed-ongoing = Wedi'i gwblhau, a'r gwaith yn parhau
status-deferred = Wedi'i ohirio
status-cancelled = Wedi'i ganslo
overdue = Yn hwyr ar { $date }
progress-text = { $done } o { $total ->
    [zero] { $total } cam gweithredu
    [one] { $total } cam gweithredu
    [two] { $total } gam gweithredu
    [few] { $total } cham gweithredu
    [many] { $total } cham gweithredu
   *[other] { $total } cam gweithredu
} { $done ->
    [one] wedi'i gwblhau
   *[other] wedi'u cwblhau
}
progress-sentence = { $text }, yn ôl y sefydliad.

## Yr allwedd.
key-green = Cyrhaeddwyd y targed.
key-amber = Ni chyrhaeddwyd y targed, ond nid yw'r canlyniad yn waeth na'r lefel ymyrryd.
key-red = Mae'r canlyniad yn waeth na'r lefel ymyrryd.
key-not-rated = Mae ffigur neu darged ar goll, neu ar gyfer cyd-destun yn unig y mae'r mesur. Nid yw'n cael ei gyfrif.
key-basis-calculated = Cyfrifir y graddau yn ôl y rheol hon, ar sail y ffigurau yn union fel y'u rhoddwyd. Lle mae'r sefydliad yn nodi ei radd ei hun ac yn rhoi ei reswm, dangosir y ddwy radd, gyda'r rheswm hwnnw.
key-basis-stated = Y sefydliad sy'n nodi'r graddau. Mae'r frawddeg y tu ôl i bob un yn dweud hefyd beth mae'r rheol yn ei roi: gwyrdd lle cyrhaeddwyd y targed, ambr lle na chyrhaeddwyd ef ond lle nad yw'r canlyniad yn waeth na'r lefel ymyrryd, a choch lle mae'n waeth na hi.
key-stated-green = Mae'r sefydliad yn graddio'r canlyniad yn wyrdd.
key-stated-amber = Mae'r sefydliad yn graddio'r canlyniad yn ambr.
key-stated-red = Mae'r sefydliad yn graddio'r canlyniad yn goch.
key-stated-not-rated = Nid yw'r sefydliad yn nodi gradd. Nid yw'n cael ei gyfrif.
key-basis-both = Lle mae'r sefydliad yn nodi gradd, fe'i dangosir ochr yn ochr â'r un y mae'r rheol hon yn ei rhoi; cyfrifir y lleill i gyd yn ôl y rheol, ar sail y ffigurau yn union fel y'u rhoddwyd.
key-ties = Mae canlyniad sy'n union ar ei darged yn { $at-target ->
    [green] wyrdd
   *[amber] ambr
}; mae un sy'n union ar ei lefel ymyrryd yn { $at-intervention ->
    [red] goch
   *[amber] ambr
}.
key-no-intervention = Lle na roddir lefel ymyrryd, mae targed na chyrhaeddwyd yn ambr.
key-tolerance = Lle na roddir lefel ymyrryd, mae targed a fethwyd o ddim mwy na { $tolerance }% ohono yn ambr; y tu hwnt i hynny mae'n goch.
key-fully-successful = Dyfarniad y sefydliad yw ei fod wedi cyflawni'r cyfan yr aeth ati i'w wneud.
key-partly-successful = Dyfarniad y sefydliad yw ei fod wedi cyflawni rhan o'r hyn yr aeth ati i'w wneud.
key-unsuccessful = Dyfarniad y sefydliad yw nad yw wedi cyflawni'r hyn yr aeth ati i'w wneud.

## Siartiau.
chart-label = { $name }, { $period }
chart-measure = { $title }, { $period }
chart-group = { $group } ({ $periods })
chart-ratings = Graddau'r mesurau: { $objective }
chart-ratings-count = { $count } o { $total ->
    [zero] { $total } mesur
    [one] { $total } mesur
    [two] { $total } fesur
    [few] { $total } mesur
    [many] { $total } mesur
   *[other] { $total } mesur
}
chart-actions = Hynt y camau gweithredu: { $objective }
chart-reading = { $label } { $figure }
chart-row = { $title }: { $readings }.
chart-remark = { $remark }.
chart-left-out-yes-no = { $count ->
    [one] Heb ei ddangos yn y siart, am mai ie neu na yw ei ffigurau: { $measures }.
   *[other] Heb eu dangos yn y siart, am mai ie neu na yw eu ffigurau: { $measures }.
}
chart-left-out-blank = { $count ->
    [one] Heb ei ddangos yn y siart, am nad oes ganddo ganlyniad na tharged: { $measures }.
   *[other] Heb eu dangos yn y siart, am nad oes ganddynt ganlyniadau na thargedau: { $measures }.
}
chart-note-unit = Mewn uned arall y cyfrifwyd y flwyddyn flaenorol
chart-note-break = Cyfrifwyd y flwyddyn flaenorol mewn ffordd arall
chart-series = { $title }, { $first } – { $last }
spark = { $first } – { $last }: o { $from } i { $to }
spark-same = { $first } – { $last }: { $to } ar y dechrau a'r diwedd
chart-series-kind = { $title }, { $kind }, { $first } – { $last }
chart-series-break = Toriad yn y gyfres
figure-range = { $from } i { $to }
chart-note-in-unit = Uned: { $unit }
chart-note-both-sides = Mae'r lefel ymyrryd yn cyfrif ar y ddwy ochr i'r targed
chart-own-scale = { $unit }: ffigurau hyd at { $largest }, ar eu graddfa eu hunain
chart-earlier-periods = Mae'r siart yn mynd yn ôl dros { $most } cyfnod. Mae ffigurau cynharach yn y tabl.
chart-other-periods = Mae'r ffigurau ar gyfer cyfnodau o hyd arall yn y tablau, nid yn y siart.
chart-other-parts = Mae'r ffigurau'n cyfrif o ddechrau'r flwyddyn, felly mae'r siart yn eu dangos ar gyfer un rhan o bob blwyddyn. Mae'r lleill yn y tabl.
chart-other-unit = Mae'r ffigurau mewn uned arall yn y tabl, nid yn y siart.
chart-axis-cut = Nid yw'r echelin yn dechrau ar sero

## Adroddiadau ac amcanion.
stage-annual = Adroddiad blynyddol
stage-six-month = Adroddiad chwe mis
stage-quarter = Adroddiad chwarterol
stage-plan = Cynllun
actions-count = { $count ->
    [zero] { $count } cam gweithredu
    [one] { $count } cam gweithredu
    [two] { $count } gam gweithredu
    [few] { $count } cham gweithredu
    [many] { $count } cham gweithredu
   *[other] { $count } cam gweithredu
}
measures-count = { $count ->
    [zero] { $count } mesur
    [one] { $count } mesur
    [two] { $count } fesur
    [few] { $count } mesur
    [many] { $count } mesur
   *[other] { $count } mesur
}
changes-better = Yn well na blwyddyn ynghynt
changes-worse = Yn waeth na blwyddyn ynghynt
changes-same = Yr un fath â blwyddyn ynghynt
changes-more = { $count } arall
judgement-sentence-unsuccessful = Dyfarniad y sefydliad ar ei gynnydd o ran yr amcan hwn: aflwyddiannus. Pobl sy'n gwneud y dyfarniad hwn; ni chaiff ei gyfrifo o'r ffigurau.
judgement-sentence-partly-successful = Dyfarniad y sefydliad ar ei gynnydd o ran yr amcan hwn: rhannol lwyddiannus. Pobl sy'n gwneud y dyfarniad hwn; ni chaiff ei gyfrifo o'r ffigurau.
judgement-sentence-fully-successful = Dyfarniad y sefydliad ar ei gynnydd o ran yr amcan hwn: cwbl lwyddiannus. Pobl sy'n gwneud y dyfarniad hwn; ni chaiff ei gyfrifo o'r ffigurau.
judgement-sentence-not-judged = Nid yw'r sefydliad wedi rhoi dyfarniad ar ei gynnydd o ran yr amcan hwn.
section-done-well = Beth rydym wedi'i wneud yn dda?
section-improve = Beth mae angen i ni ei wella, a sut?
section-next-steps = Beth sy'n digwydd nesaf?
section-partners = Gyda phwy rydym yn gweithio
section-voices = Beth ddywedodd pobl wrthym
way-long-term = Hirdymor
way-prevention = Atal
way-integration = Integreiddio
way-collaboration = Cydweithio
way-involvement = Cynnwys
goal-kind = Nod llesiant

## Fframweithiau, canllawiau a'r llinyn aur
address-frameworks = fframweithiau
address-guidance = canllawiau
address-responsibilities = cyfrifoldebau
address-thread = llinyn-aur
answered-by = Atebir gan:
answers = Atebion i gwestiynau her
as-evidence = Lle mae hyn yn dystiolaeth
back-to-top = Yn ôl i'r brig
bodies = Cyrff
by-theme = Fesul thema
caption-evaluations = Gwerthusiadau yn erbyn { $indicator }, yr argraffiad diweddaraf yn gyntaf
caption-thread-map = Llinyn aur { $report } fel map: pob nod gyda'r amcanion sy'n ei wasanaethu, yna pob amcan gyda'i nodau, ei gamau gweithredu a'i fesurau
thread-of = Llinyn aur yr adroddiad { $report }
thread-map = Y llinyn fel map
thread-map-description = Wrth ymyl pob nod mae'r amcanion sy'n ei wasanaethu. Yn is i lawr mae gan bob amcan ei ran ei hun: y nodau y mae'n eu gwasanaethu ar y chwith, ac ar y dde ei gamau gweithredu a'u mesurau, pob un gyda'i statws neu ei radd. Mae'r rhestrau uchod yn dweud yr un peth mewn geiriau.
thread-map-note = Mae pob enw ar y map yn arwain at ei dudalen. Mae'r hyn sy'n perthyn i sawl amcan yn sefyll gyda phob un ohonynt.
thread-map-strand = { $objective }: ei nodau, ei gamau gweithredu a'i fesurau
thread-map-strand-description = { $objective } gyda'i nodau, ei gamau gweithredu a'u mesurau. Mae'r rhestr uchod, o'r amcanion, yn dweud yr un peth mewn geiriau.
thread-map-key = Allwedd i'r map
thread-map-key-description = Allwedd i'r map: mae ystyr pob arwydd wrth ei ymyl.
thread-map-of = un o fesurau'r amcan { $objective }
thread-named-in = wedi'i enwi gan gam gweithredu o { $objective }
thread-map-serves = Amcan sy'n gwasanaethu'r nod
thread-map-serves-below = Amcan sy'n ei wasanaethu drwy nod oddi tano yn unig
thread-map-unrated = Mesur heb radd
measures-named-elsewhere = Mesurau y mae camau gweithredu amcanion eraill yn unig yn eu henwi
no-objective = dim amcan
caption-thread-measures = Mesurau'r adroddiad { $report }, a'r hyn y mae pob un yn arwain ato
challenge-questions = Cwestiynau her
chapters = Penodau
count-of-total = { $count } o { $total }
duty-cancelled = Wedi'i ganslo, felly nid yw'n ateb bellach:
duties-answered = Atebir { $answered } o { $count } o ddyletswyddau.
duties-count = { $count ->
    [0] Dim dyletswyddau
    [one] { $count } ddyletswydd
    [two] { $count } ddyletswydd
   *[other] { $count } dyletswydd
}
edition = Argraffiad
evaluated = Yr hyn a werthuswyd
evaluations = Hunanwerthuso
evaluations-count = { $count ->
    [0] Heb ei werthuso eto
    [two] { $count } werthusiad
   *[other] { $count } gwerthusiad
}
evidence = Tystiolaeth:
evidence-in = Tystiolaeth yn hunanwerthusiad:
framework = Fframwaith
framework-edition = Daw'r amcanion a enwir yma o
frameworks = Fframweithiau
frameworks-intro = Y nodau y mae ein hamcanion yn eu gwasanaethu, a'r dangosyddion ansawdd yr ydym yn gwerthuso ein gwaith yn eu herbyn.
from-goals = O'r nodau
from-measures = O'r mesurau i fyny
from-objectives = O'r amcanion i lawr
fulfils = Yn cyflawni:
gap-actions = Camau gweithredu heb fesur
gap-duties = Dyletswyddau nad oes dim yn eu hateb
gap-goals = Nodau nad oes amcan yn eu gwasanaethu
gap-measures = Mesurau nad oes cam gweithredu yn eu henwi
gap-objectives = Amcanion nad ydynt yn gwasanaethu dim
gap-questions = Cwestiynau her nad oes gwerthusiad yn eu hateb
# Yn lle rhif: nid oes dim ar goll lle nad yw argraffiad yn clymu dim o'i fath.
gap-untied = Dim un wedi'i glymu
gaps = Lle mae'r llinyn wedi torri
gaps-by-edition = Bylchau ym mhob argraffiad
gaps-intro = Nid bai yw bwlch bob tro: mae rhai mesurau yn sôn am y byd ac nid am ein gwaith ni, a rhai nodau i eraill eu gwasanaethu.
goal = Nod
goals = Nodau
goals-below = Nodau o dan yr un hwn
goals-count = { $count ->
    [two] { $count } nod
   *[other] { $count } nod
}
goals-rest = { $count ->
    [one] Mae { $count } nod arall nad oes amcan yn ei wasanaethu.
   *[other] Mae { $count } nod arall nad oes amcan yn eu gwasanaethu.
}
guidance = Canllawiau
guidance-intro = Yr hyn y mae canllawiau cenedlaethol yn ei ofyn gennym ni a chan eraill, a'r hyn sy'n ei ateb.
illustrations-of = Mae'r enghreifftiau yn disgrifio gwaith ar y lefel hon. { $level }.
improvements = Yr hyn i'w wella
indicators-count = { $count ->
    [two] { $count } ddangosydd ansawdd
   *[other] { $count } dangosydd ansawdd
}
level = Lefel
level-of-six = Lefel { $level } o 6: { $word }
level-1 = anfoddhaol
level-2 = gwan
level-3 = boddhaol
level-4 = da
level-5 = da iawn
level-6 = rhagorol
measures-without-action = Mesurau nad oes cam gweithredu yn eu henwi
no-action = dim cam gweithredu
no-gaps = Nid oes bylchau.
no-measure = dim mesur
nobody-serves = Nid oes amcan yn ei wasanaethu.
nobody-serves-now = Nid oes amcan o'r argraffiad diweddaraf yn ei wasanaethu.
not-answered-yet = heb ei ateb eto
not-graded = Heb ei raddio
nothing-yet = dim byd eto
objective-evaluations = Hunanwerthusiadau o amcanion
paragraph = Paragraff
paragraphs = Paragraffau:
publisher = Cyhoeddwr
quality-indicator = Dangosydd ansawdd
quality-indicators = Dangosyddion ansawdd
part-of-page = { $page } – { $part }
question-number = Cwestiwn { $number }
questions = Cwestiynau
questions-answered = Atebwyd { $answered } o { $count } o gwestiynau
questions-unanswered = { $count ->
    [one] Nid oes gwerthusiad wedi ateb y cwestiwn hwn eto:
    [two] Nid oes gwerthusiad wedi ateb y { $count } gwestiwn hyn eto:
    [few] Nid oes gwerthusiad wedi ateb y { $count } chwestiwn hyn eto:
    [many] Nid oes gwerthusiad wedi ateb y { $count } chwestiwn hyn eto:
   *[other] Nid oes gwerthusiad wedi ateb y { $count } cwestiwn hyn eto:
}
report-as-a-whole = Yr adroddiad cyfan
responsibilities = Cyfrifoldebau
scale = Graddfa
scale-six-point = Chwe phwynt, o 6 (rhagorol) i 1 (anfoddhaol). Graddir dangosydd yn ei gyfanrwydd, byth thema.
served-by = Gwasanaethir gan
serves = Yn gwasanaethu:
serves-heading = Yn gwasanaethu
serves-nothing = nid yw'n gwasanaethu nod
strengths = Yr hyn sy'n gryf
themes = Themâu
thread-description = O nodau drwy amcanion a chamau gweithredu i fesurau, ac yn ôl, gyda'r bylchau.
thread-elsewhere = Y llinyn mewn argraffiadau eraill
thread-intro = Sut y mae { $report } yn arwain o nodau drwy amcanion a chamau gweithredu i'r mesurau sy'n dangos a oes rhywbeth wedi newid, ac o bob mesur yn ôl.
through-below = drwy nod oddi tano
not-found-heading = Ni chanfuwyd y dudalen

## Testunau awduron.
prose-table = Tabl
prose-footnotes = Troednodiadau
prose-footnote = Troednodyn
prose-back = Yn ôl i'r testun

## Yr hyn y bydd craffu yn edrych arno gyntaf
address-exceptions = eithriadau
exceptions = Eithriadau
exceptions-title = Eithriadau: { $report }
exceptions-link = Beth i edrych arno gyntaf
exceptions-lead = Yr hyn y gall fod angen edrych arno gyntaf: canlyniadau a chamau gweithredu sy'n goch, yn agos at y lefel ymyrryd, yn gwaethygu, yn hwyr, heb esboniad, neu wedi'u hailddatgan.
exceptions-caption = { $reason }: mesurau
exceptions-caption-actions = { $reason }: camau gweithredu
exceptions-red = Coch
exceptions-red-sentence = Mesurau coch: { $measures }. Camau gweithredu y barnwyd eu bod yn aflwyddiannus: { $actions }.
exceptions-unexplained = Coch heb esboniad
exceptions-unexplained-sentence = Mesurau coch heb esboniad: { $measures }. Camau gweithredu aflwyddiannus heb esboniad: { $actions }.
exceptions-near = Agos at y lefel ymyrryd
exceptions-near-sentence = { $measures ->
    [0] Nid oes yr un mesur ambr yn agos at ei lefel ymyrryd.
   *[other] Mesurau ambr sydd heb ddod ymhellach na chwarter y ffordd o'u lefel ymyrryd at eu targed, yr agosaf yn gyntaf: { $measures }.
}
exceptions-worse = Gwaeth nag o'r blaen
exceptions-worse-sentence = { $measures ->
    [0] Nid oes yr un mesur yn waeth nag yr oedd un cyfnod cymaradwy ynghynt.
   *[other] Mesurau sy'n waeth nag yr oeddent un cyfnod cymaradwy ynghynt: { $measures }.
}
exceptions-overdue = Hwyr
exceptions-overdue-sentence = { $actions ->
    [0] Nid oes yr un cam gweithredu yn hwyr.
   *[other] Camau gweithredu sy'n hwyr: { $actions }.
}
exceptions-restated = Wedi'u hailddatgan
exceptions-restated-sentence = { $measures ->
    [0] Nid oes yr un ffigur cyhoeddedig wedi'i ailddatgan.
   *[other] Mesurau y mae un o'u ffigurau cyhoeddedig wedi'i ailddatgan: { $measures }.
}
first-published = Cyhoeddwyd { $period } yn gyntaf fel { $published }
first-published-in = Cyhoeddwyd { $period } yn gyntaf fel { $published } yn “{ $report }”
published-in-other-unit = Cyhoeddwyd fel { $published } yn “{ $report }”.
restated-sentence = { $first }: { $reason }.
restated-without-reason = { $first }. Ni roddir rheswm dros y newid.

## Ers yr argraffiad blaenorol
since-heading = Beth sydd wedi newid ers { $edition }
since-sentence = { $objectives ->
    [0] { $measures ->
        [0] Nid oes yr un dyfarniad na gradd wedi newid ers yr argraffiad hwn:
       *[other] Mesurau sydd wedi newid ers yr argraffiad hwn ({ $measures }):
    }
   *[other] Amcanion ({ $objectives }) a mesurau ({ $measures }) sydd wedi newid ers yr argraffiad hwn:
}
since-other-stage = Mae'n argraffiad o fath arall ({ $stage }), felly nid yw amcanion a mesurau sydd mewn un o'r ddau'n unig wedi'u rhestru.
since-caption = Dyfarniadau, graddau a diffiniadau sy'n wahanol i { $edition }
since-what = Amcan neu fesur
since-change = Beth a newidiodd
since-before = Cynt
since-now = Nawr
since-judged = Dyfarniad gwahanol
since-rated = Gradd wahanol
since-redefined = Wedi'i ailddiffinio
since-added = Wedi'i ychwanegu
since-joined = Yn parhau fel { $title }
since-ended = Wedi dod i ben

## Yr hyn a ddywed y ffigurau cynharach
trends = Dros y blynyddoedd
trend-long = { $direction ->
    [better] Yn well na chymedr y ffigurau cynharach ers { $since } ({ $periods }), sef { $mean }.
    [same] Yr un fath â chymedr y ffigurau cynharach ers { $since } ({ $periods }), sef { $mean }.
    [as-far] Yr un mor bell o'r targed â chymedr y ffigurau cynharach ers { $since } ({ $periods }), sef { $mean }.
    [worse] Yn waeth na chymedr y ffigurau cynharach ers { $since } ({ $periods }), sef { $mean }.
   *[other] Cymedr y ffigurau cynharach ers { $since } ({ $periods }) yw { $mean }.
}
trend-baseline = { $movement } ers { $period }, pan oedd yn { $figure }.
# Rhannau'r flwyddyn sy'n cymharu â'i gilydd, lle mae rhai eraill yn y gyfres hefyd.
like-quarter = { $part ->
    [1] chwarter cyntaf
    [2] ail chwarter
    [3] trydydd chwarter
   *[other] pedwerydd chwarter
}
like-half = { $part ->
    [1] hanner cyntaf blwyddyn
   *[other] ail hanner blwyddyn
}
like-month = y mis hwn o'r flwyddyn
like-year = blwyddyn gyfan
like-span = cyfnod o { $years } o flynyddoedd
trend-long-like = { $direction ->
    [better] Yn well na chymedr y ffigurau cynharach ar gyfer { $like } ers { $since } ({ $periods }), sef { $mean }.
    [same] Yr un fath â chymedr y ffigurau cynharach ar gyfer { $like } ers { $since } ({ $periods }), sef { $mean }.
    [as-far] Yr un mor bell o'r targed â chymedr y ffigurau cynharach ar gyfer { $like } ers { $since } ({ $periods }), sef { $mean }.
    [worse] Yn waeth na chymedr y ffigurau cynharach ar gyfer { $like } ers { $since } ({ $periods }), sef { $mean }.
   *[other] Cymedr y ffigurau cynharach ar gyfer { $like } ers { $since } ({ $periods }) yw { $mean }.
}
trend-best-like = Y ffigur gorau hyd yma ar gyfer { $like } yw { $figure } ({ $period }).
trend-best-own-like = Dyma'r ffigur gorau hyd yma ar gyfer { $like }.
trend-worst-like = Y ffigur gwaethaf hyd yma ar gyfer { $like } yw { $figure } ({ $period }).
trend-worst-own-like = Dyma'r ffigur gwaethaf hyd yma ar gyfer { $like }.
trend-best = Y ffigur gorau hyd yma yw { $figure } ({ $period }).
trend-best-own = Dyma'r ffigur gorau hyd yma.
trend-worst = Y ffigur gwaethaf hyd yma yw { $figure } ({ $period }).
trend-worst-own = Dyma'r ffigur gwaethaf hyd yma.
compared-short-better = mae'r canlyniad hwn yn well
compared-short-same = mae'r canlyniad hwn yr un fath
compared-short-as-far = mae'r canlyniad hwn yr un mor bell o'r targed
compared-short-worse = mae'r canlyniad hwn yn waeth
compared-better = Yn well na ffigur { $name }, sef { $figure }.
compared-same = Yr un fath â ffigur { $name }, sef { $figure }.
compared-as-far = Yr un mor bell o'r targed â ffigur { $name }, sef { $figure }.
compared-worse = Yn waeth na ffigur { $name }, sef { $figure }.
comparison = Mae'r canlyniad hwn
no-standing = Heb ei gymharu
measure-replaces = Yn parhau o
measure-replaced-by = Yn parhau fel
published-as = Cyhoeddwyd fel “{ $title }”.
caption-series-kind = { $measure }: { $kind }
caption-series-cumulative = { $measure }: { $kind }, wedi'u cyfrif o ddechrau'r flwyddyn
caption-series-by-itself = { $measure }: { $kind }, pob un wedi'i gyfrif ar ei ben ei hun
series-counted-cumulative = { $count ->
    [one] Mae'r ffigurau yn { $reports } yn cyfrif o ddechrau'r flwyddyn, ond nid felly rai'r argraffiad diweddaraf. Dim ond tebyg sy'n cael ei gymharu â'i debyg, felly maent mewn tabl ar wahân, ac nid yn y siart.
   *[other] Mae'r ffigurau yn yr argraffiadau hyn yn cyfrif o ddechrau'r flwyddyn, ond nid felly rai'r argraffiad diweddaraf: { $reports }. Dim ond tebyg sy'n cael ei gymharu â'i debyg, felly maent mewn tabl ar wahân, ac nid yn y siart.
}
series-counted-by-itself = { $count ->
    [one] Mae ffigurau'r argraffiad diweddaraf yn cyfrif o ddechrau'r flwyddyn, ond nid felly'r rhai yn { $reports }. Dim ond tebyg sy'n cael ei gymharu â'i debyg, felly maent mewn tabl ar wahân, ac nid yn y siart.
   *[other] Mae ffigurau'r argraffiad diweddaraf yn cyfrif o ddechrau'r flwyddyn, ond nid felly'r rhai yn yr argraffiadau hyn: { $reports }. Dim ond tebyg sy'n cael ei gymharu â'i debyg, felly maent mewn tabl ar wahân, ac nid yn y siart.
}
period-kind-financial = blynyddoedd ariannol
period-kind-academic = blynyddoedd academaidd
period-kind-calendar = blynyddoedd calendr
period-kind-span = cyfnodau o sawl blwyddyn
period-kind-half = hanner blynyddoedd
period-kind-quarter = chwarteri
period-kind-month = misoedd
matrix-heading = Dyfarniadau dros y blynyddoedd
matrix-caption = Dyfarniadau ar yr amcanion, fesul argraffiad
superseded = Wedi'i ddisodli

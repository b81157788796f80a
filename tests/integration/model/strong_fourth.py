"""Conversations of a fourth stranger: shares and growth, study plans, offers and raises, several lookups told at once."""

from tests.integration.model.strong_forms import Case, Written, fact, finding, market, pay

_CASHIER = Case(
    "register",
    "en",
    "I've been on a register in Cleveland for six years, $14 an hour. I want something with weekends off. No college. What's out there?",
    {
        "facts": [
            fact("current_role", "cashier", "on a register"),
            fact("location", "Cleveland", "in Cleveland"),
            fact("present_pay", 29120, "$14 an hour"),
            fact("years_experience", 6, "for six years"),
        ],
        "lookups": [
            {
                "tool": "suggest_roles",
                "args": {"role": "cashier", "location": "Cleveland, OH", "no_degree": True},
            }
        ],
        "wishes": ["options"],
    },
    (
        finding(
            "Bank teller stands out: {tel.p50} a year in the Cleveland area against {cash.p50} for cashiers, a step up of {tel.difference_2}.",
            "tel",
            "cash",
        ),
        finding(
            "Postal clerks earn the most of those near your work, {post.p50}, but with just {post.employment} such jobs around Cleveland you'd have to be patient.",
            "post",
        ),
        finding(
            "Customer service reps have far more openings to aim for: {csr.employment} jobs, with half of them paid more than {csr.p50}.",
            "csr",
        ),
        Written(
            "advice",
            "I'd start with banks. Many branches close on Saturday afternoon at the latest; ask about hours in the first phone call so you don't waste an interview.",
        ),
        Written(
            "feeling",
            "Six years of being polite to people in a hurry is a skill. It just doesn't come with a certificate.",
        ),
        Written(
            "draft",
            "Hi,\n\nI've worked the register at [store] for six years, balance my drawer every night, and train the new people. I'd like to do that at a bank. Is there a teller opening I could apply for?\n\n[your name], [phone]",
        ),
        Written("question", "Would you be fine with standing all day, or do you want to sit?"),
    ),
    {
        "cash": ("Cashiers (41-2011)", '"p50"'),
        "tel": ("Tellers (43-3071)", '"p50"'),
        "csr": ("Customer Service Representatives", '"p50"'),
        "post": ("Postal Service Clerks", '"p50"'),
    },
)
_ML = Case(
    "switch",
    "en",
    "I'm 29, a QA tester in Raleigh making $68k. Is machine learning engineering overhyped or a real option? I've got about 9 hours a week and I already know Python.",
    {
        "facts": [
            fact("current_role", "QA tester", "a QA tester"),
            fact("location", "Raleigh", "in Raleigh"),
            fact("present_pay", 68000, "making $68k"),
            fact("hours_per_week", 9, "9 hours a week"),
            {"field": "skills", "op": "add", "value": ["Python"], "quote": "I already know Python"},
        ],
        "lookups": [
            market("machine learning engineer"),
            {"tool": "generate_roadmap", "args": {"role": "AI engineer"}},
            pay("data scientist", "Raleigh, NC"),
        ],
        "wishes": ["realistic", "market"],
    },
    (
        Written("advice", "A bit of both: the job is real, the hype is about how fast you get there."),
        finding(
            "The official statistics don't count machine learning engineers separately. The nearest, data scientists, earn a median of {ds.p50} in Raleigh, {ds.p50 - P.present_pay} above your $68k.",
            "ds",
        ),
        finding(
            "The BLS expects {ds_out.growth} more jobs for data scientists between 2025 and 2035, and {dev_out.growth} more for software developers.",
            "ds_out",
            "dev_out",
        ),
        finding(
            "LinkedIn counted {li.count} US postings that ask for AI skills.",
            "li",
        ),
        finding(
            "For the way there, reckon with {road.typical} of study (between {road.low} and {road.high}), which is about {road.typical_2} at 9 hours a week.",
            "road",
        ),
        Written(
            "advice",
            "Your testing background is the wedge. Teams that build with models badly need people who can say when an answer is wrong, so build a small evaluation set and write about it.",
        ),
        Written(
            "question",
            "When you picture the job, do you see yourself training models or building things with them?",
        ),
    ),
    {
        "ds": ("10th percentile", "Raleigh"),
        "ds_out": ("projected employment growth: Data scientists: 35", ""),
        "dev_out": ("projected employment growth: Software developers: 10", ""),
        "li": ("LinkedIn (2026-01)", ""),
        "road": ("study hours in all", "AI engineer"),
    },
)
_RAISE = Case(
    "raise",
    "en",
    "Dental assistant in Minneapolis, 4 years, $23 an hour. My boss offered me $24.50. Worth fighting for more?",
    {
        "facts": [
            fact("current_role", "dental assistant", "Dental assistant"),
            fact("location", "Minneapolis", "in Minneapolis"),
            fact("years_experience", 4, "4 years"),
            fact("present_pay", 47840, "$23 an hour"),
            fact("offer", None, "$24.50"),
        ],
        "lookups": [
            {
                "tool": "lookup_salary",
                "args": {"role": "dental assistant", "location": "Minneapolis, MN", "pay": 47840},
            }
        ],
        "wishes": ["offer", "ask_for"],
    },
    (
        finding(
            "Yes, I think so. Dental assistants in the Minneapolis area earn a median of {da.p50}; at $23 an hour, or {P.present_pay}, you're at about the {given.estimate}.",
            "da",
            "given",
        ),
        finding("Even the 25th percentile is {da.p25}.", "da"),
        finding(
            "The step from $23 to $24.50 is welcome, but it leaves you below what the middle of your trade gets there ({da.p50}).",
            "da",
        ),
        Written(
            "advice",
            "Go in with one number and one story: the day you kept the schedule running when two people were out. Then be quiet. Silence does half of the work.",
        ),
        Written(
            "draft",
            "Thanks for the offer of $24.50, I appreciate it. Looking at what assistants with four years earn around here, I was hoping for something closer to the middle. Could we look at it together this week?",
        ),
        Written("feeling", "Asking for more when somebody just gave you something feels rude. It isn't."),
        Written("question", "What would you do if she says no?"),
    ),
    {"da": ("10th percentile", "Minneapolis"), "given": ("estimated percentile", "Minneapolis")},
)
_COCINERO = Case(
    "cajero",
    "es",
    "Trabajo de cajero en Chicago y quiero ser técnico de aire acondicionado. ¿Cuánto ganaría y hay trabajo? Ahora gano 31.000.",
    {
        "facts": [
            fact("current_role", "cashier", "Trabajo de cajero"),
            fact("location", "Chicago", "en Chicago"),
            fact("present_pay", 31000, "Ahora gano 31.000"),
        ],
        "lookups": [pay("HVAC technician", "Chicago, IL"), pay("cashier", "Chicago, IL")],
        "wishes": ["pay", "market"],
        "language": "es",
    },
    (
        finding(
            "Casi el doble, en el mejor sentido: la mediana de los técnicos de climatización en Chicago es de {hv.p50}, y tú ganas {P.present_pay}.",
            "hv",
            language="es",
        ),
        finding(
            "Al principio cuenta más bien con algo cercano a {hv.p10}, que es lo que no supera el 10 % que menos cobra.",
            "hv",
            language="es",
        ),
        finding(
            "Hay {hv.employment} puestos de ese oficio en la zona, y {ca.employment} de cajero.",
            "hv",
            "ca",
            language="es",
        ),
        Written(
            "advice",
            "Antes de pagar una escuela, llama a tres talleres y pregunta si toman aprendices. Si uno te deja acompañarlos un sábado, aprenderás más que en un folleto.",
            language="es",
        ),
        Written(
            "feeling",
            "Querer un oficio que no se pueda hacer con una pantalla es muy razonable.",
            language="es",
        ),
        Written("question", "¿Te llevas bien con las alturas y los techos calientes?", language="es"),
    ),
    {"hv": ("Heating, Air Conditioning", "Chicago"), "ca": ("Cashiers", "Chicago")},
)
_PFLEGE = Case(
    "büro",
    "de",
    "Ich arbeite im Büro einer Spedition in Atlanta und bekomme ein Angebot über 62.000 als Einkäuferin. Jetzt sind es 54.000. Annehmen?",
    {
        "facts": [
            fact("location", "Atlanta", "in Atlanta"),
            fact("present_pay", 54000, "Jetzt sind es 54.000"),
            fact("offer", 62000, "ein Angebot über 62.000"),
        ],
        "lookups": [pay("purchasing agent", "Atlanta, GA"), pay("purchasing agent", "United States")],
        "wishes": ["offer"],
        "language": "de",
    },
    (
        finding(
            "Das Angebot liegt {P.offer - P.present_pay} über deinem jetzigen Gehalt, ein Plus von rund 15 Prozent.",
            language="de",
        ),
        finding(
            "Der Median für Einkäuferinnen (Purchasing Agents) beträgt in Atlanta {at.p50} und landesweit {us.p50}.",
            "at",
            "us",
            language="de",
        ),
        finding(
            "Ein Viertel verdient in Atlanta weniger als {at.p25}, ein Viertel mehr als {at.p75}.",
            "at",
            language="de",
        ),
        Written(
            "advice",
            "Ich würde zusagen, aber vorher eine Sache verhandeln: eine Überprüfung des Gehalts nach sechs Monaten, schriftlich.",
            language="de",
        ),
        Written(
            "draft",
            "Guten Tag Frau [Name],\n\nvielen Dank für das Angebot über 62.000 Dollar, ich freue mich sehr darüber. Wäre es möglich, eine Gehaltsüberprüfung nach sechs Monaten zu vereinbaren? Dann sage ich gern zu.\n\nViele Grüße\n[Name]",
            language="de",
        ),
        Written("question", "Was würdest du an der Spedition vermissen?", language="de"),
    ),
    {"at": ("Buyers and Purchasing", "Atlanta"), "us": ("Buyers and Purchasing", "United States")},
)
_BOULANGER = Case(
    "boulanger",
    "fr",
    "Je suis boulanger à Boston, je me lève à 3 heures du matin depuis dix ans. J'ai 5 heures par semaine pour apprendre. Analyste de données, c'est jouable ?",
    {
        "facts": [
            fact("current_role", "baker", "Je suis boulanger"),
            fact("location", "Boston", "à Boston"),
            fact("hours_per_week", 5, "5 heures par semaine"),
            fact("target_role", "data analyst", "Analyste de données"),
        ],
        "lookups": [
            {"tool": "generate_roadmap", "args": {"role": "data analyst"}},
            pay("baker", "Boston, MA"),
        ],
        "wishes": ["realistic", "how_long"],
        "language": "fr",
    },
    (
        finding(
            "Jouable, oui, mais long : comptez environ {road.typical} d'étude, soit {road.typical_2} à raison de 5 heures par semaine.",
            "road",
            language="fr",
        ),
        finding(
            "Le plus gros morceau, c'est Python ({py.typical}) ; le projet final demande {cap.typical}.",
            "py",
            "cap",
            language="fr",
        ),
        finding("Les boulangers de Boston gagnent {bk.p50} par an en médiane.", "bk", language="fr"),
        Written(
            "feeling",
            "Dix ans à se lever quand les autres dorment, ça use. Vous avez le droit d'en avoir assez.",
            language="fr",
        ),
        Written(
            "advice",
            "Commencez par vos propres chiffres : notez pendant deux semaines ce qui part et ce qui reste, puis faites-en un tableau. Si cela vous amuse, vous saurez.",
            language="fr",
        ),
        Written("question", "À quel moment de la journée avez-vous encore la tête claire ?", language="fr"),
    ),
    {
        "road": ("study hours in all", "Data analyst"),
        "py": ('"subject": "Python fundamentals"', ""),
        "cap": ('"subject": "Capstone: data analysis"', ""),
        "bk": ("Bakers", "Boston"),
    },
)
CASES = (_CASHIER, _ML, _RAISE, _COCINERO, _PFLEGE, _BOULANGER)

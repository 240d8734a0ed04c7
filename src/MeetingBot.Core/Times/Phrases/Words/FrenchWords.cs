namespace MeetingBot.Times;

/// <summary>What French says about time.</summary>
internal static class FrenchWords
{
    public const string List = """
        Weekday 1: lundi, lun
        Weekday 2: mardi
        Weekday 3: mercredi, mer
        Weekday 4: jeudi, jeu
        Weekday 5: vendredi, ven
        Weekday 6: samedi, sam
        Weekday 7: dimanche, dim
        Weekdays 1: lundis, les lundis
        Weekdays 2: mardis, les mardis
        Weekdays 3: mercredis, les mercredis
        Weekdays 4: jeudis, les jeudis
        Weekdays 5: vendredis, les vendredis
        Weekdays 6: samedis, les samedis
        Weekdays 7: dimanches, les dimanches
        Month 1: janvier, janv
        Month 2: fevrier, fevr
        Month 3: mars
        Month 4: avril, avr
        Month 5: mai
        Month 6: juin
        Month 7: juillet, juil
        Month 8: aout
        Month 9: septembre
        Month 10: octobre
        Month 11: novembre
        Month 12: decembre
        Unit 1: minutes
        Unit 2: heure, heures
        Unit 3: jour, jours
        Unit 4: semaine, semaines
        Unit 5: mois
        Unit 6: trimestre, trimestres
        Unit 7: an, ans, annee, annees
        Unit 8: jour ouvre, jours ouvres, jour ouvrable, jours ouvrables
        Unit 9: quinzaine
        Unit 10: week-end
        Day 0: aujourd'hui
        Day 1: demain
        Day 2: apres-demain, apres demain
        Day -1: hier
        Day -2: avant-hier, avant hier
        Count 1: un, une
        Count 2: deux
        Count 3: trois
        Count 4: quatre
        Count 5: cinq
        Count 6: six
        Count 7: sept
        Count 8: huit
        Count 9: neuf
        Count 10: dix
        Count 11: onze
        Count 12: douze
        Count 13: treize
        Count 14: quatorze
        Count 15: quinze
        Count 16: seize
        Count 17: dix-sept
        Count 18: dix-huit
        Count 19: dix-neuf
        Count 20: vingt
        Count 21: vingt et une, vingt-et-une
        Count 22: vingt-deux
        Count 30: trente
        Count 45: quarante-cinq
        Ordinal 1: premier, premiere, le premier
        Ordinal 2: deuxieme, le deuxieme
        Ordinal 3: troisieme, le troisieme
        Ordinal 4: quatrieme, le quatrieme
        Ordinal -1: dernier, derniere, le dernier
        OrdinalEnding: er, ere
        Half 2: de l'apres-midi
        Half 1: du matin
        Hour 1: h
        Hour 2: heures, heure
        Noon: midi
        Midnight: minuit
        PartOfDay 1: matin, matinee, en matinee, dans la matinee, le matin
        PartOfDay 2: apres-midi, cet apres-midi, apres midi, l'apres-midi, dans l'apres-midi
        PartOfDay 3: soir, soiree, le soir, en soiree
        PartOfDay 4: nuit
        PartOfDay 5: ce soir
        WeeksLater 1: en huit
        WeeksLater 2: en quinze
        MonthPart 1: debut, au debut de, au debut du, debut du
        MonthPart 2: mi, milieu, au milieu de, au milieu du
        This: ce, cette
        Next: prochain, prochaine, prochains, suivant, suivante
        Last: dernier, derniere, passe, passee
        At: a, vers les
        On: le
        The: le, la, du, l'
        Of: de, d', du, de la, de l'
        In: dans, d'ici
        Within: d'ici
        From: du, de, a partir de, des
        To: au, a, jusqu'a, jusqu'au
        Between: entre
        And: et
        Or: ou, ou bien, ou alors, sinon
        By: d'ici, d'ici a, d'ici au, jusqu'a, jusqu'au, au plus tard, avant la fin de
        Before: avant, avant le
        Since: depuis
        After: apres, apres le
        For: pendant, pour, durant
        HalfOf: moitie
        Every: chaque, tous les, toutes les
        Often: chaque semaine, toutes les semaines, tous les jours, chaque mois, tous les mois, hebdomadaire
        Often: toutes les deux semaines
        SameTime: meme heure, a la meme heure, la meme heure, a cette heure, a cette heure-ci
        Usual: heure habituelle, l'heure habituelle, a l'heure habituelle, comme d'habitude, creneau habituel
        Usual: comme la derniere fois
        End: fin, fin de, fin du, fin de la, la fin de, la fin du, a la fin du, a la fin de, a la fin de la, fin d'
        Approx: environ, vers, courant, autour de, aux environs de
        WeekOf: semaine du, la semaine du
        WeekNumber: semaine, sem, sem., semaine no
        AfterNext: la semaine d'apres
        Quarter: t
        TimeOf: heure de, heure du, heure d', a l'heure de
        LocalTime: heure locale
        Now: maintenant
        Ago: il y a
        EndOfDay: fin de journee, en fin de journee, fin de la journee
        NoDate: salle, bureau, batiment, bat, bat., telephone, numero, echelle, etage, projet, echelle de, page, note
        NoDate: ligne
        Filler: la, les, des, de, du, on, se, voit, nous, reunion, rendez-vous, rdv, et, un, une, en
        """;
}

using MeetingBot.Actions;
using MeetingBot.Agendas;
using MeetingBot.Conversations;
using MeetingBot.Linking;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Busy;
using MeetingBot.Meetings.Chairing;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.Digests;
using MeetingBot.Meetings.Documents;
using MeetingBot.Meetings.Feeds;
using MeetingBot.Meetings.Forgetting;
using MeetingBot.Meetings.Lines;
using MeetingBot.Meetings.People;
using MeetingBot.Meetings.Presence;
using MeetingBot.Meetings.RiskDecisions;
using MeetingBot.Meetings.Timetables;
using MeetingBot.Polls;
using MeetingBot.Polls.Ballots;
using MeetingBot.Polls.Guests;
using MeetingBot.Risks;
using MeetingBot.Risks.Catalogue;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Import;
using MeetingBot.Risks.Mappings;
using MeetingBot.Risks.Report;
using MeetingBot.Risks.Rounds;
using MeetingBot.Risks.Scoring;

namespace MeetingBot;

/// <summary>
/// The command table: one line a command. Taking a feature's folder and its lines away takes the feature away.
/// </summary>
public static class MeetingCommands
{
    public static CommandReader Reader { get; } = Make();

    private static CommandReader Make()
    {
        CommandTable table = null!;
        table = new CommandTable(
            [
                ShowHelp.Form(() => table.Forms),

                StartMeeting.Form,
                EndMeeting.Form,
                ReopenMeeting.Form,
                MeetingStatus.Form,
                SetMeetingDate.Form,
                TakeCalendar.AgendaForm,
                TakeCalendar.DateForm,
                SetMeetingSeries.Form,
                SetMeetingPlace.Form,
                CancelMeetingDate.Form,
                PrepareInIndico.Form,
                ShowCalendar.Form,
                RevokeCalendar.Form,
                SendCalendarFile.Form,
                ShowBusyTimes.Form,
                ForgetBusyTimes.Form,
                HandOverChair.Form,
                NameScribe.Form,
                NoteAttendance.PresentForm,
                NoteAttendance.RegretsForm,
                ShowPresent.Form,
                LoneWords.Start,
                LoneWords.Finish,
                LoneWords.Stop,
                LoneWords.Time,

                ShowAgenda.Form,
                AddAgendaItem.Form,
                EditAgendaItem.Form,
                MoveAgendaItem.Form,
                DropAgendaItem.Form,
                ClearAgenda.Form,
                NextAgendaItem.Form,
                PreviousAgendaItem.Form,
                GoToAgendaItem.Form,
                SkipAgendaItem.Form,
                ExtendTimebox.Form,
                CarryOver.Form,

                RecordForms.Note,
                RecordForms.Topic,
                RecordForms.Resolution,
                RecordForms.Agreement,
                UndoLast.Form,
                ShowMinutes.Form,
                SendMinutesFile.Form,

                RecordForms.Action,
                EditAction.Form,
                ListActions.Form,
                CompleteAction.Form,
                ReopenAction.Form,

                OpenPoll.Form,
                OpenPoll.HandsForm,
                CastBallot.Form,
                WithdrawBallot.Form,
                ShowPoll.Form,
                ListPolls.Form,
                ClosePoll.Form,
                AddOption.Form,
                ChangeOption.Form,
                DropOption.Form,
                PickOption.Form,
                ExtendPoll.Form,
                ReopenPoll.Form,
                CancelPoll.Form,
                NudgeVoters.Form,
                InviteGuests.Form,

                NewAssessment.Form,
                ChooseAssessment.Form,
                RenameAssessment.Form,
                ScopeAssessment.Form,
                ChooseCriteria.Form,
                ImportCriteria.Form,
                ImportMapping.Form,
                DropMapping.Form,
                SetCommunity.Form,
                ShowRisks.Form,
                ShowHeatMap.Form,
                ShowVotes.Form,
                AddRisk.Form,
                ImportTable.Form,
                ConfirmImport.Form,
                ShareCatalogue.Form,
                ListEntries.AssetForm,
                AddEntry.AssetForm,
                EditEntry.AssetForm,
                DropEntry.AssetForm,
                ListEntries.ThreatForm,
                AddEntry.ThreatForm,
                EditEntry.ThreatForm,
                DropEntry.ThreatForm,
                EditRisk.Form,
                SplitRisk.Form,
                MergeRisks.Form,
                DropRisk.Form,
                DropRisk.BackForm,
                BeginRound.Form,
                ShowRound.Form,
                ShowScoreCard.Form,
                ScoreRisk.Form,
                InviteScorers.Form,
                RemindScorers.Form,
                ExtendRound.Form,
                CancelRound.Form,
                RevealRound.Form,
                DiscussRisks.Form,
                AgreeRisk.Form,
                TreatRisk.Form,
                .. TreatRisk.KindForms,
                FreezeAssessment.Form,
                ShowReport.Form,

                OfferLink.Form,
                AnswerLink.YesForm,
                AnswerLink.NoForm,
                SetRelay.Form,
                Unlink.Form,
                LinkAccount.Form,

                ShowWhen.Form,
                ShowSettings.Form,
                ChangeSettings.Form,
                ExportGroup.Form,
                ForgetGroup.Form,
                ForgetMember.Form,
            ],
            RecordForms.ReadLine);
        return new CommandReader(table, Signals.Read, Signals.Read, OnTimer)
        {
            OnCalendar = GivenCalendar.Read, OnTable = GivenTable.Read, OnErrand = OnErrand,
            OnRevised = message => ReviseLines.Read(message, table),
            OnLeft = Signals.Read,
        };
    }

    private static Command? OnErrand(ErrandDone done) =>
        IndicoEvents.Read(done) ?? MailErrands.Read(done) ?? LinkErrand.Read(done);

    private static Command? OnTimer(string name) => name switch
    {
        TimeboxTimers.Warning => new WarnOfTimebox(Over: false),
        TimeboxTimers.End => new WarnOfTimebox(Over: true),
        ForgetGroup.Timer => new ForgetMore(),
        ForgetMember.Timer => new ForgetMemberMore(),
        FollowZoneRules.Timer => new FollowZoneRules(),
        _ => Reminders.Read(name) ?? PollTimers.Read(name) ?? ReviewRisk.Read(name) ?? ShowTakenUp.Read(name)
            ?? ContinueImport.Read(name) ?? RiskTimers.Read(name) ?? TakenOut.Read(name)
            ?? LinesLeft.Read(name),
    };
}

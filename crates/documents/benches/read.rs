//! How fast texts are read, once the lexicon is compiled: a full audit report in which the parts
//! on association are about a tenth of the text, and a dense case that speaks of nothing else.
//! Prints megabytes a second on one core for each, and how long the lexicon takes to compile; the
//! best of nine runs. The texts are ours and fictional.
#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot go on should stop"
)]

use documents::read::{Lexicon, read};
use documents::text::Document;
use std::time::{Duration, Instant};

const RUNS: u32 = 9;

const REPORT: &str = "ETHICAL TRADE AUDIT REPORT
Site name: Riverbend Knitwear (fictional)
Total workforce: 1,240
Was the audit announced?: Semi-announced
Number of auditor days used: 4
Workers interviewed: 36
1. Employment is freely chosen
Contracts, identity papers and exit files were sampled. No deposits are held, passports stay with their owners, and people may leave the site after their shift. Overtime is voluntary according to the records that were seen and to those who were asked.
2. Freedom of association and the right to collective bargaining
No trade union exists at the site; a Participation Committee is in place. Its members were elected by secret ballot in May.
C. Are workers covered by a collective bargaining agreement?
☐ Yes   ☒ No
3. Working conditions are safe and hygienic
Two fire extinguishers in the cutting section were blocked by fabric rolls, and the eye wash in the spot-removing room was missing. Evacuation drills took place in March and September, with times between three and four minutes. The boiler licence, the certificate of the lift and the water test of the second half of the year were on file. First-aid boxes were complete; one first-aider had left without being replaced. Guards on the overlock machines were in place except on two of forty machines sampled.
4. Child labour
The youngest person on the payroll is nineteen. Age papers of all who looked young were checked, and the recruiting procedure asks for two documents.
5. Wages
Pay slips show basic pay, overtime and deductions in the local language. Gratuity was calculated on basic pay only for four leavers out of twenty-five. Payment is made through bank transfer by the seventh working day; three payments of the last year came two days late.
6. Hours
Time records are kept by card readers. In the peak month sampled, 14 of 50 files show more than sixty hours a week, and one day off in seven was missed twice. The planning department explained the peaks by late fabric and late approval of samples.
7. Discrimination
No signs of unequal pay were seen in the files. Pregnancy tests are not asked for. Posters on equal treatment hang beside the canteen.
8. Regular employment
Permanent contracts cover nine in ten people; the others are apprentices within the legal limit of six months. Home work and labour providers are not used.
9. Harsh treatment
Line chiefs were described as strict but polite. A disciplinary procedure is posted at both gates.
Environment
Waste water is treated on site, sludge goes to a licensed contractor, and the generator's emissions were measured in June.
";

const CASE: &str = "Workers founded a union in March with the help of a federation. In April, after a stoppage over pay, seven of its nine founders were dismissed. The union says that the employer refuses to negotiate and that supervisors told members to leave the union or their jobs. A collective agreement had expired in 2021 and has not been renewed. The participation committee was appointed by the management; no election was held. The complaint box has not been opened for a year.
";

fn best(mut work: impl FnMut()) -> Duration {
    (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn main() {
    let compiling = best(|| {
        std::hint::black_box(Lexicon::new().unwrap());
    });
    println!(
        "lexicon compiled in {:.1} ms",
        compiling.as_secs_f64() * 1e3
    );
    let lexicon = Lexicon::new().unwrap();
    for (name, text, times) in [("report", REPORT, 100), ("case", CASE, 400)] {
        let document = Document::from_plain(&text.repeat(times));
        let time = best(|| {
            std::hint::black_box(read(&document, &lexicon));
        });
        let megabytes = f64::from(u32::try_from(document.text.len()).unwrap()) / 1e6;
        println!(
            "{name}: {megabytes:.2} MB in {:.1} ms, {:.1} MB/s",
            time.as_secs_f64() * 1e3,
            megabytes / time.as_secs_f64()
        );
    }
}

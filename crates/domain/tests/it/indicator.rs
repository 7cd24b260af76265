//! How words of a form or a table become values.

use crate::support::CATALOGUE;
use domain::see::answer::Value;
use domain::see::indicator::ValueError;

fn read(id: &str, text: &str) -> Result<Value, ValueError> {
    CATALOGUE.get(id).unwrap().parse_value(text)
}

#[test]
fn yes_and_no_are_read_in_the_usual_spellings() {
    for text in ["yes", " Yes ", "TRUE", "y", "1"] {
        assert_eq!(read("union.present", text), Ok(Value::Bool(true)), "{text}");
    }
    for text in ["no", "False", "n", "0"] {
        assert_eq!(
            read("union.present", text),
            Ok(Value::Bool(false)),
            "{text}"
        );
    }
    assert!(matches!(
        read("union.present", "maybe"),
        Err(ValueError::NotYesOrNo(_))
    ));
    assert_eq!(read("union.present", "  "), Err(ValueError::Empty));
}

#[test]
fn an_option_is_read_in_any_case_and_a_wrong_one_is_answered_with_the_possible_ones() {
    assert_eq!(
        read("union.access", "With_Notice"),
        Ok(Value::Choice("with_notice".into()))
    );
    let error = read("union.access", "sometimes").unwrap_err().to_string();
    assert!(
        error.contains("free, with_notice, refused, unknown"),
        "{error}"
    );
}

#[test]
fn shares_and_counts_are_read_with_point_or_comma_and_two_meanings_are_refused() {
    assert_eq!(read("union.density", "12,5 %"), Ok(Value::Percent(12.5)));
    assert_eq!(read("union.density", "12.5"), Ok(Value::Percent(12.5)));
    assert!(matches!(
        read("union.density", "101"),
        Err(ValueError::NotAShare(_))
    ));
    assert_eq!(read("strike.days_lost", "1 200"), Ok(Value::Number(1200.0)));
    assert!(matches!(
        read("strike.days_lost", "1,200"),
        Err(ValueError::AmbiguousNumber(_))
    ));
    assert!(matches!(
        read("strike.days_lost", "1.5"),
        Err(ValueError::NotWhole(_))
    ));
    assert!(matches!(
        read("strike.days_lost", "-3"),
        Err(ValueError::NotANumber(_))
    ));
    assert!(matches!(
        read("strike.days_lost", "inf"),
        Err(ValueError::NotANumber(_))
    ));
}

#[test]
fn days_are_read_in_one_way_only() {
    assert_eq!(
        read("bargain.expires", "2027-05-31"),
        Ok(Value::Date(jiff::civil::date(2027, 5, 31)))
    );
    for text in ["31/05/2027", "2027-02-30", "2027-5-31", "2027-05-31T00:00"] {
        assert!(
            matches!(read("bargain.expires", text), Err(ValueError::NotADay(_))),
            "{text}"
        );
    }
}

#[test]
fn lists_are_parted_by_bars_or_semicolons_and_none_stands_alone() {
    assert_eq!(
        read("committee.present", "safety; participation"),
        Ok(Value::List(vec!["safety".into(), "participation".into()]))
    );
    assert_eq!(
        read("committee.present", "safety | Welfare"),
        Ok(Value::List(vec!["safety".into(), "welfare".into()]))
    );
    assert_eq!(
        read("committee.present", "none|safety"),
        Err(ValueError::NoneBesideOthers)
    );
    assert!(matches!(
        read("committee.present", "safety|safety"),
        Err(ValueError::Twice(_))
    ));
    assert_eq!(
        read("union.names", "NGWF|BGIWF"),
        Ok(Value::List(vec!["NGWF".into(), "BGIWF".into()]))
    );
    assert_eq!(read("union.names", "||"), Err(ValueError::Empty));
}

#[test]
fn a_value_of_another_type_or_without_bounds_is_refused() {
    let present = CATALOGUE.get("union.present").unwrap();
    assert!(present.accepts(&Value::Number(1.0)).is_err());
    let density = CATALOGUE.get("union.density").unwrap();
    assert!(density.accepts(&Value::Percent(f64::NAN)).is_err());
    assert!(density.accepts(&Value::Percent(-0.5)).is_err());
    let count = CATALOGUE.get("strike.count").unwrap();
    assert!(count.accepts(&Value::Number(f64::INFINITY)).is_err());
}
